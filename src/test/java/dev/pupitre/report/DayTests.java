package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static dev.pupitre.report.FactFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.smile.SmileMapper;

class DayTests {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final Fact ONE = answered("1", "2026-03-02T10:00:00Z", 30, true);
    private static final Fact OTHER =
            with(answered("2", "2026-03-02T11:00:00Z", 40, false), Fact.Outcome.ABANDONED, null, "ad:42");

    private final Day day = Day.empty(Day.idOf(DATE, "sales"));

    @Test
    void keepsWhatItWasGiven() {
        var filled = day.with(List.of(ONE)).with(List.of(OTHER));

        assertThat(filled.facts()).containsExactly(ONE, OTHER);
        assertThat(filled.revision()).isEqualTo(2);
        assertThat(filled.campaign()).isEqualTo("sales");
    }

    @Test
    void takesTheFirstAnswerForAnAiAgentsWhereAnEarlierVersionCountedIt() {
        var counted = Map.of(
                "id",
                "1",
                "version",
                1,
                "openedAt",
                ONE.openedAt(),
                "outcome",
                "CONTAINED",
                "firstAnswer",
                12,
                "assistant",
                true,
                "commented",
                false,
                "rules",
                List.of());
        var written = new SmileMapper().writeValueAsBytes(List.of(counted));

        assertThat(new Day("2026-03-02|sales", 1, new Binary(written)).facts())
                .singleElement()
                .returns(12, Fact::assistantResponse);
    }

    @Test
    void tellsNothingFromAtOnceAndMissedFromNotDue() {
        var atOnce = answered("3", "2026-03-02T10:00:00Z", 0, false);

        assertThat(day.with(List.of(atOnce)).facts()).containsExactly(atOnce);
    }

    @Test
    void countsAConversationOnceHoweverOftenItIsGiven() {
        var scored = with(ONE, Fact.Outcome.ANSWERED, 5, null);

        var filled = day.with(List.of(ONE, OTHER)).with(List.of(scored, scored));

        assertThat(filled.facts()).containsExactly(scored, OTHER);
    }

    @Test
    void forgetsTheLinkOfAnErasedConversationWhicheverCountIsWrittenLast() {
        var linked = with(ONE, Fact.Outcome.ANSWERED, 5, "link:order-4711");
        var erased = erased(ONE);

        assertThat(day.with(List.of(linked)).with(List.of(erased)).facts())
                .isEqualTo(day.with(List.of(erased)).with(List.of(linked)).facts())
                .singleElement()
                .returns(null, Fact::source)
                .returns(5, Fact::score)
                .returns(ONE.rules(), Fact::rules);
    }

    /** Nothing is left of it but its times; its version is beyond all others. */
    private static Fact erased(Fact fact) {
        return new Fact(
                fact.id(),
                1_000_001,
                fact.openedAt(),
                fact.channel(),
                fact.agent(),
                fact.outcome(),
                fact.waiting(),
                fact.firstResponse(),
                fact.firstResponseInHours(),
                fact.firstAnswer(),
                fact.assistantResponse(),
                fact.handling(),
                fact.inTime(),
                fact.assistant(),
                null,
                false,
                List.of(),
                null);
    }

    @Test
    void isTheDayInUtc() {
        assertThat(Day.dayOf(answered("1", "2026-03-01T23:59:59Z", 1, true))).isEqualTo("2026-03-01");
        assertThat(Day.dayOf(answered("1", "2026-03-02T00:00:00Z", 1, true))).isEqualTo("2026-03-02");
    }
}
