package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static dev.pupitre.report.FactFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.smile.SmileMapper;

class DayTests {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);
    private static final Fact ONE = answered("1", "2026-03-02T10:00:00Z", 30, true);
    private static final Fact OTHER =
            with(answered("2", "2026-03-02T11:00:00Z", 40, false), Fact.Outcome.ABANDONED, null, "ad:42");

    private static final SmileMapper SMILE = new SmileMapper();

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
                "channel",
                "MESSENGER",
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
                fact.waitingInHours(),
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
    void countsWhatItKnowsAndKeepsWhatALaterVersionHasAdded() {
        var later = new Day(
                day.id(),
                7,
                new Binary(SMILE.writeValueAsBytes(List.of(
                        later(ONE, Map.of("mood", "sunny")),
                        later(OTHER, Map.of("outcome", "ANSWERED_BY_PIGEON")),
                        later(
                                answered("3", "2026-03-02T12:00:00Z", 50, true),
                                Map.of("channel", "PIGEON", "version", 1))))));
        var more = answered("4", "2026-03-02T13:00:00Z", 60, true);

        assertThat(later.facts()).containsExactly(ONE);
        var added = later.with(List.of(more, with(ONE, Fact.Outcome.ANSWERED, 5, null), OTHER));
        assertThat(added.facts()).containsExactly(with(ONE, Fact.Outcome.ANSWERED, 5, null), more);
        assertThat(SMILE.readTree(added.packed().getData()).valueStream())
                .extracting(
                        fact -> fact.path("mood").asString(),
                        fact -> fact.path("outcome").asString())
                .contains(tuple("sunny", "ANSWERED"), tuple("", "ANSWERED_BY_PIGEON"))
                .hasSize(4);
    }

    /** The fact as a version to come might pack it. */
    private static JsonNode later(Fact fact, Map<String, ?> added) {
        ObjectNode node = SMILE.valueToTree(fact);
        added.forEach((name, value) -> node.set(name, SMILE.valueToTree(value)));
        return node;
    }

    @Test
    void isTheDayInUtc() {
        assertThat(Day.dayOf(answered("1", "2026-03-01T23:59:59Z", 1, true))).isEqualTo("2026-03-01");
        assertThat(Day.dayOf(answered("1", "2026-03-02T00:00:00Z", 1, true))).isEqualTo("2026-03-02");
    }
}
