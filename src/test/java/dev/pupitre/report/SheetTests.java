package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static dev.pupitre.report.FactFixture.waited;
import static dev.pupitre.report.FactFixture.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.VerdictCounts.VersionRow;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the last Saturday of March 2026 on: the night after it, Paris puts its clocks forward. */
class SheetTests {
    private static final Instant NOW = Instant.parse("2026-04-01T00:00:00Z");
    private static final Period PERIOD =
            new Period(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 30), ZoneId.of("Europe/Paris"));

    private final Names names = mock();
    private final Sheet sheet = new Sheet(PERIOD);

    @BeforeEach
    void namesAreIds() {
        given(names.campaign(anyString())).willAnswer(call -> call.getArgument(0));
        given(names.agent(anyString())).willAnswer(call -> call.getArgument(0));
    }

    @Test
    void tellsAverageMedianAndTheSlowestTenth() {
        IntStream.rangeClosed(1, 10)
                .forEach(number -> sheet.add(
                        "sales", answered(String.valueOf(number), "2026-03-28T10:00:00Z", number * 10, number <= 8)));

        var total = sheet.report(names, NOW).total();

        assertThat(total.firstResponse()).isEqualTo(new Measure(10, 55, 50, 90));
        assertThat(total.due()).isEqualTo(10);
        assertThat(total.inTime()).isEqualTo(8);
    }

    @Test
    void tellsWaitingApartByAiAgentsAndHours() {
        sheet.add("sales", waited("1", false, 40, 30));
        sheet.add("sales", waited("2", false, 60, 0));
        sheet.add("sales", waited("3", true, 400, null));
        sheet.add("sales", waited("4", true, null, null));

        assertThat(sheet.report(names, NOW).total())
                .returns(new Measure(3, 167, 60, 400), Figures::waiting)
                .returns(new Measure(2, 15, 0, 30), Figures::waitingInHours)
                .returns(new Measure(2, 50, 40, 60), Figures::waitingWithoutAssistant)
                .returns(new Measure(1, 400, 400, 400), Figures::waitingAfterAssistant);
    }

    @Test
    void agentsWhoHandedOnAreCreditedWithTheirHandlingAlone() {
        var ended = answered("1", "2026-03-28T10:00:00Z", 10, true);
        sheet.add("sales", ended);
        sheet.add("support", ended.share("bruno", 60));

        var report = sheet.report(names, NOW);

        assertThat(report.total()).returns(1, Figures::opened).returns(new Measure(2, 330, 60, 600), Figures::handling);
        assertThat(report.hours().stream().flatMap(List::stream)).containsOnlyOnce(1);
        assertThat(report.agents())
                .extracting(
                        Report.OfGroup::id,
                        agent -> agent.figures().opened(),
                        agent -> agent.figures().answered(),
                        agent -> agent.figures().handling().average())
                .containsExactly(tuple("alice", 1, 1, 600), tuple("bruno", 0, 0, 60));
        assertThat(report.campaigns())
                .extracting(
                        Report.OfGroup::id,
                        campaign -> campaign.figures().opened(),
                        campaign -> campaign.figures().handling().average())
                .containsExactly(tuple("sales", 1, 600), tuple("support", 0, 60));
    }

    @Test
    void tellsOutcomesApart() {
        var fact = answered("1", "2026-03-28T10:00:00Z", 10, true);
        for (var outcome : Fact.Outcome.values()) {
            sheet.add("sales", with(fact, outcome, null, null));
        }

        assertThat(sheet.report(names, NOW).total())
                .returns(4, Figures::opened)
                .returns(1, Figures::ignored)
                .returns(1, Figures::answered)
                .returns(1, Figures::contained)
                .returns(1, Figures::assistant)
                .returns(1, Figures::abandoned)
                .returns(1, Figures::unanswered)
                .returns(1, Figures::due);
    }

    @Test
    void countsDaysAndHoursAsTheZoneDoes() {
        sheet.add("sales", answered("1", "2026-03-28T22:59:59Z", 10, true));
        sheet.add("sales", answered("2", "2026-03-28T23:00:00Z", 10, true));
        sheet.add("sales", answered("3", "2026-03-29T00:59:59Z", 10, true));
        sheet.add("sales", answered("4", "2026-03-29T01:00:00Z", 10, true));
        sheet.add("sales", answered("5", "2026-03-29T22:00:00Z", 10, true));

        var report = sheet.report(names, NOW);

        assertThat(report.days()).extracting(day -> day.figures().opened()).containsExactly(1, 3, 1);
        var sunday = report.hours().get(DayOfWeek.SUNDAY.getValue() - 1);
        assertThat(sunday.subList(0, 4)).containsExactly(1, 1, 0, 1);
        assertThat(report.hours().get(DayOfWeek.MONDAY.getValue() - 1).getFirst())
                .isEqualTo(1);
    }

    @Test
    void tellsDaysOnWhichNothingWasOpened() {
        assertThat(sheet.report(names, NOW).days())
                .extracting(Report.OfDay::date)
                .containsExactly(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 29), LocalDate.of(2026, 3, 30));
        assertThat(sheet.report(names, NOW).total().waiting()).isEqualTo(Measure.NONE);
    }

    @Test
    void tellsScoresSourcesAndRows() {
        var fact = answered("1", "2026-03-28T10:00:00Z", 10, true);
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, 5, "ad:42"));
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, 2, "link:a:b"));
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, null, "link:a:b"));
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, null, "link:a:b"));
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, null, "link:order-4711"));
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, null, "link:order-4712"));
        sheet.add("care", with(fact, Fact.Outcome.ANSWERED, 5, "ad:42"));

        var report = sheet.report(names, NOW);

        assertThat(report.total().scores()).containsExactly(0, 1, 0, 0, 2);
        assertThat(report.total().score()).isCloseTo(4.0, within(0.001));
        assertThat(report.sources())
                .extracting(
                        Report.OfSource::kind,
                        Report.OfSource::ref,
                        source -> source.figures().opened())
                .containsExactly(tuple("link", "a:b", 3), tuple("ad", "42", 2), tuple("link", "", 2));
        assertThat(report.rules())
                .containsExactly(new Report.OfRow("listening", 1, 2, 7), new Report.OfRow("routing", 1, 1, 7));
        assertThat(report.campaigns()).extracting(Report.OfGroup::id).containsExactly("care", "sales");
    }

    @Test
    void tellsWhatTheMessagingPolicySaidOfMessagesAmongTheRows() {
        sheet.add("sales", answered("1", "2026-03-28T10:00:00Z", 10, true));
        sheet.add(Map.of(new VersionRow(1, 6), 3, new VersionRow(2, 7), 1, new VersionRow(2, 6), 40));

        var report = sheet.report(names, NOW);

        assertThat(report.rules())
                .containsExactly(
                        new Report.OfRow("listening", 1, 2, 1),
                        new Report.OfRow("messaging-policy", 2, 6, 40),
                        new Report.OfRow("messaging-policy", 2, 7, 1),
                        new Report.OfRow("messaging-policy", 1, 6, 3),
                        new Report.OfRow("routing", 1, 1, 1));
        assertThat(report.total().opened()).isEqualTo(1);
    }
}
