package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.RecordedDecisions;
import dev.pupitre.conversation.RecordedDecisions.Page;
import dev.pupitre.conversation.RecordedDecisions.Recorded;
import dev.pupitre.engine.DecisionTables.Input;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.rules.Backtest.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A draft decides again what was decided about the last conversations. */
class BacktestsTests {
    private static final UserId NADIA = new UserId("nadia");
    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");

    /** To the AI agent instead of anybody, where it is about refunds in a morning's comment. */
    private static final Subject DRAFT = TrialTests.subject(TableFile.of(TableName.ROUTING)
            .row(
                    Map.of("text", "contains(?, \"refund\")", "time(localTime)", "< time(\"12:00:00\")"),
                    "\"ai\"",
                    "null",
                    "null",
                    "null",
                    "0")
            .row(Map.of("kind", "\"postback\""), "\"ai\"", "null", "null", "null", "0")
            .dmn());

    private static final Backtest.Tested TESTED =
            Backtest.Tested.of(new Draft("d-1", "routing", 1, new Person("nadia", "Nadia Haddad"), THEN, 7, ""));

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final RecordedDecisions recorded = mock();
    private final StoredBacktests stored = new StoredBacktests(database.template(), clock);
    private final TableVersions versions = new TableVersions(database.template());
    private final Backtests backtests = new Backtests(stored, recorded, versions, new TableCompiler(), clock);

    @AfterEach
    void close() {
        backtests.stop();
        database.close();
    }

    @Test
    void groupsWhatWouldBeDecidedOtherwise() {
        given(recorded.count()).willReturn(5L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        List.of(
                                of("c-1", decided("a refund", "09:00:00", 0)),
                                of("c-2", decided("a refund", "14:00:00", 0)),
                                of("c-3", decided("refund please", "10:00:00", 0), decided("urgent", "10:00:00", 10)),
                                of("c-4", other()),
                                of("c-5", decided("urgent refund", "08:00:00", 10))),
                        null));

        var test = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA));

        assertThat(test.state()).isEqualTo(State.DONE);
        assertThat(test.total()).isEqualTo(5);
        assertThat(test.done()).isEqualTo(5);
        assertThat(test.findings().decisions()).isEqualTo(5);
        assertThat(test.findings().changed()).isEqualTo(3);
        assertThat(test.findings().groups())
                .extracting(
                        Backtest.Group::from, Backtest.Group::to, Backtest.Group::count, Backtest.Group::conversations)
                .containsExactly(
                        tuple(
                                Map.of("priority", 0.0),
                                Map.of("target", "ai", "priority", 0.0),
                                2,
                                List.of("c-1", "c-3")),
                        tuple(Map.of("priority", 10.0), Map.of("target", "ai", "priority", 0.0), 1, List.of("c-5")));
        assertThat(test.findings().neverHit()).containsExactly(2);
    }

    /** The rows of the version that decided are asked no more, and nothing else comes of it. */
    @Test
    void findsTheSameWhereTheVersionThatDecidedIsThere() {
        var shipped = TableName.ROUTING.packaged();
        var decisions = new ArrayList<Recorded>();
        for (var text : List.of("a refund", "urgent refund", "an order", "urgent", "")) {
            for (var time : List.of("09:00:00", "14:00:00")) {
                decisions.add(of(text + time, decided(text, time, text.startsWith("urgent") ? 10 : 0)));
            }
        }
        given(recorded.count()).willReturn((long) decisions.size());
        given(recorded.page(any(), anyInt())).willReturn(new Page(decisions, null));
        var asked = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        versions.add(TableVersion.first(TableName.ROUTING, 1, shipped, THEN));

        assertThat(ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings())
                .isEqualTo(asked)
                .returns(10, Backtest.Findings::decisions)
                .returns(2, Backtest.Findings::changed);
    }

    @Test
    void believesWhatTheVersionThatDecidedHasSeenOfATextThatWasCut() {
        versions.add(TableVersion.first(TableName.ROUTING, 1, TableName.ROUTING.packaged(), THEN));
        given(recorded.count()).willReturn(3L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        List.of(
                                of("c-1", decided("word ".repeat(40) + "…", "14:00:00", 10)),
                                of("c-2", decided("word ".repeat(40) + "…", "14:00:00", 0)),
                                of("c-3", decided("word ".repeat(40) + "…", "09:00:00", 0))),
                        null));

        var found = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        assertThat(found.decisions())
                .as("the shipped rows have seen the whole texts, and the new one asks for mornings alone")
                .isEqualTo(2);
        assertThat(found.changed()).isZero();
        assertThat(found.notComparable())
                .as("the new row asks for the text itself")
                .isEqualTo(1);
    }

    @Test
    void asksEveryRowWhereTheVersionCannotBeRead() {
        versions.add(TableVersion.first(TableName.ROUTING, 1, "<definitions/>", THEN));
        given(recorded.count()).willReturn(1L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(List.of(of("c-1", decided("a refund", "09:00:00", 0))), null));

        assertThat(ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings())
                .returns(1, Backtest.Findings::changed);
    }

    @Test
    void endsAtOnceWhereNothingWasRecorded() {
        given(recorded.count()).willReturn(0L);

        assertThat(ended(backtests.start(DRAFT, TESTED, 10_000, NADIA))).returns(State.DONE, Backtest::state);
    }

    @Test
    void saysOfWhatNobodyCanTell() {
        given(recorded.count()).willReturn(3L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        List.of(
                                of("c-1", decided("a refund", null, 0)),
                                of("c-2", decided("an order", null, 0)),
                                of("c-3", decision(List.of(), 0))),
                        null));

        var found = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        assertThat(found.notComparable())
                .as("a time that matters, and no inputs at all")
                .isEqualTo(2);
        assertThat(found.decisions()).isEqualTo(1);
        assertThat(found.changed()).isZero();
    }

    @Test
    void tellsATextThatWasCutFromOneThatItsAuthorEndedWithDots() {
        var longest = "a refund ".repeat(30).substring(0, 200);
        given(recorded.count()).willReturn(2L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        List.of(
                                of("c-1", decided("a refund…", "09:00:00", 0)),
                                of("c-2", decided(longest + "…", "09:00:00", 0))),
                        null));

        var found = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        assertThat(found.decisions()).isEqualTo(1);
        assertThat(found.notComparable()).isEqualTo(1);
    }

    @Test
    void namesWhatWouldStopConversations() {
        var broken = TrialTests.subject(TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "assert(?, string length(?) < 5)"), "null", "null", "null", "null", "0")
                .dmn());
        given(recorded.count()).willReturn(1L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(List.of(of("c-1", decided("an order", "09:00:00", 0))), null));

        var found = ended(backtests.start(broken, TESTED, 10_000, NADIA)).findings();

        assertThat(found.groups()).singleElement().satisfies(group -> {
            assertThat(group.failure()).contains("assert");
            assertThat(group.to()).isEmpty();
        });
    }

    @Test
    void looksAtNoMoreThanWasAskedFor() {
        given(recorded.count()).willReturn(1_000L);
        given(recorded.page(any(), anyInt())).willAnswer(asked -> {
            int size = asked.getArgument(1);
            var page = IntStream.range(0, size)
                    .mapToObj(at -> of("c-" + at, decided("an order", "09:00:00", 0)))
                    .toList();
            return new Page(page, new RecordedDecisions.Place(List.of(), 0, THEN, "x"));
        });

        var test = ended(backtests.start(DRAFT, TESTED, 250, NADIA));

        assertThat(test.total()).isEqualTo(250);
        assertThat(test.done()).isEqualTo(250);
        assertThat(test.findings().decisions()).isEqualTo(250);
    }

    @Test
    void keepsWhichTableItWasAbout() {
        given(recorded.page(any(), anyInt())).willReturn(new Page(List.of(), null));

        var test = ended(backtests.start(DRAFT, TESTED, 10, NADIA));

        assertThat(test.tested())
                .isEqualTo(new Backtest.Tested(new Backtest.OfDraft("d-1", 7, "Nadia Haddad", THEN), null));
        assertThat(ended(backtests.start(DRAFT, Backtest.Tested.of(3), 10, NADIA))
                        .tested())
                .isEqualTo(new Backtest.Tested(null, 3));
    }

    @Test
    void namesAThousandConversationsOfAGroupAndCountsAll() {
        given(recorded.count()).willReturn(1_200L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        IntStream.range(0, 1_200)
                                .mapToObj(at -> of("c-" + at, decided("a refund", "09:00:00", 0)))
                                .toList(),
                        null));

        var found = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        assertThat(found.groups()).singleElement().returns(1_200, Backtest.Group::count);
        assertThat(found.groups().getFirst().conversations()).hasSize(1_000).startsWith("c-0");
    }

    @Test
    void namesTheConversationsOfChangesThatNoGroupWasMadeFor() {
        given(recorded.count()).willReturn(203L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        IntStream.range(0, 203)
                                .mapToObj(at -> of("c-" + at, decided("a refund", "09:00:00", 1 + Math.min(at, 201))))
                                .toList(),
                        null));

        var found = ended(backtests.start(DRAFT, TESTED, 10_000, NADIA)).findings();

        assertThat(found.groups()).hasSize(200);
        assertThat(found.further()).isEqualTo(new Backtest.Further(3, List.of("c-200", "c-201", "c-202")));
    }

    @Test
    void namesTenOfEachGroupHoweverManyTheOthersHave() {
        given(recorded.count()).willReturn(8_000L);
        given(recorded.page(any(), anyInt()))
                .willReturn(new Page(
                        IntStream.range(0, 8_000)
                                .mapToObj(at -> of("c-" + at, decided("a refund", "09:00:00", 1 + at / 1_000)))
                                .toList(),
                        null));

        assertThat(ended(backtests.start(DRAFT, TESTED, 10_000, NADIA))
                        .findings()
                        .groups())
                .extracting(group -> group.conversations().size())
                .containsExactlyInAnyOrder(1_000, 1_000, 1_000, 1_000, 1_000, 10, 10, 10);
    }

    @Test
    void aUserHasOneAtATimeAndMayCancelIt() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        given(recorded.count()).willReturn(1_000L);
        given(recorded.page(any(), anyInt())).willAnswer(_ -> {
            begun.countDown();
            goOn.await();
            return new Page(
                    List.of(of("c-1", decided("a refund", "09:00:00", 0))),
                    new RecordedDecisions.Place(List.of(), 0, THEN, "x"));
        });
        var first = backtests.start(DRAFT, TESTED, 1_000, NADIA);
        begun.await();

        assertThatExceptionOfType(BacktestRunning.class)
                .isThrownBy(() -> backtests.start(DRAFT, TESTED, 1_000, NADIA))
                .satisfies(refusal -> assertThat(refusal.getBody().getProperties())
                        .containsEntry("code", BacktestRunning.Reason.BACKTEST_RUNNING)
                        .containsEntry("backtest", first.id())
                        .containsEntry("table", "routing"));
        assertThat(backtests.find(TableName.ROUTING, first.id()).state()).isEqualTo(State.RUNNING);

        backtests.cancel(TableName.ROUTING, first.id());
        goOn.countDown();

        var cancelled = ended(first);
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(cancelled.findings().changed())
                .as("what was found until then is kept")
                .isEqualTo(1);
        given(recorded.count()).willReturn(0L);
        given(recorded.page(any(), anyInt())).willReturn(new Page(List.of(), null));
        assertThat(ended(backtests.start(DRAFT, TESTED, 10, NADIA)).state()).isEqualTo(State.DONE);
    }

    @Test
    void oneWhoseNodeHasStoppedIsToldSoAndIsInNobodysWay() {
        var lost = new Backtest(
                "lost",
                "routing",
                TESTED,
                "nadia",
                State.RUNNING,
                false,
                200,
                1_000,
                Backtest.Findings.NONE,
                null,
                null,
                clock.instant(),
                clock.instant());
        assertThat(stored.begin(lost)).isEmpty();

        clock.advance(Backtest.SILENCE.plusSeconds(1));

        assertThat(backtests.find(TableName.ROUTING, "lost"))
                .returns(State.FAILED, Backtest::state)
                .returns(Backtest.Cause.LOST, Backtest::failed);
        given(recorded.page(any(), anyInt())).willReturn(new Page(List.of(), null));
        assertThat(ended(backtests.start(DRAFT, TESTED, 10, NADIA)).state()).isEqualTo(State.DONE);
    }

    @Test
    void oneThatBreaksOffSaysWhy() {
        given(recorded.count()).willReturn(1L);
        given(recorded.page(any(), anyInt())).willThrow(new IllegalStateException("The store is away"));

        var test = ended(backtests.start(DRAFT, TESTED, 10, NADIA));

        assertThat(test.state()).isEqualTo(State.FAILED);
        assertThat(test.failed()).isEqualTo(Backtest.Cause.ERROR);
        assertThat(test.failure()).isEqualTo("The store is away");
    }

    @Test
    void oneThatIsBrokenOffByAnErrorSaysSo() {
        given(recorded.count()).willReturn(1L);
        given(recorded.page(any(), anyInt())).willThrow(new StackOverflowError());

        assertThat(ended(backtests.start(DRAFT, TESTED, 10, NADIA)))
                .returns(State.FAILED, Backtest::state)
                .returns("StackOverflowError", Backtest::failure);
    }

    @Test
    void oneThatTakesTooLongIsBrokenOff() {
        given(recorded.count()).willReturn(10_000L);
        given(recorded.page(any(), anyInt())).willAnswer(_ -> {
            clock.advance(Backtests.LONGEST.plusSeconds(1));
            return new Page(
                    List.of(of("c-1", decided("a refund", "09:00:00", 0))),
                    new RecordedDecisions.Place(List.of(), 0, THEN, "x"));
        });

        var begun = backtests.start(DRAFT, TESTED, 10_000, NADIA);

        var test = Awaitility.await()
                .until(
                        () -> backtests.find(TableName.ROUTING, begun.id()),
                        found -> String.valueOf(found.failure()).contains("fewer conversations"));
        assertThat(test.state()).isEqualTo(State.FAILED);
        assertThat(test.failed()).isEqualTo(Backtest.Cause.TOOK_TOO_LONG);
        assertThat(test.findings().changed()).isEqualTo(1);
    }

    @Test
    void oneThatWaitsForItsTurnIsNotTakenForLost() throws InterruptedException {
        var begun = new CountDownLatch(2);
        var goOn = new CountDownLatch(1);
        given(recorded.count()).willReturn(1L);
        given(recorded.page(any(), anyInt())).willAnswer(_ -> {
            begun.countDown();
            goOn.await();
            return new Page(List.of(), null);
        });
        backtests.start(DRAFT, TESTED, 1, new UserId("otto"));
        backtests.start(DRAFT, TESTED, 1, new UserId("paul"));
        begun.await();
        var queued = backtests.start(DRAFT, TESTED, 1, NADIA);

        clock.advance(Backtest.SILENCE.minusSeconds(1));
        backtests.keepQueued();
        clock.advance(Backtest.SILENCE.minusSeconds(1));

        assertThat(backtests.find(TableName.ROUTING, queued.id()).state()).isEqualTo(State.RUNNING);
        goOn.countDown();
        assertThat(ended(queued).state()).isEqualTo(State.DONE);
    }

    @Test
    void isFoundUnderItsOwnTableOnlyAndForAnHour() {
        given(recorded.page(any(), anyInt())).willReturn(new Page(List.of(), null));
        var test = ended(backtests.start(DRAFT, TESTED, 10, NADIA));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> backtests.find(TableName.LISTENING, test.id()));
        clock.advance(Duration.ofMinutes(61));
        stored.forget();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> backtests.find(TableName.ROUTING, test.id()));
    }

    private Backtest ended(Backtest begun) {
        return Awaitility.await()
                .until(() -> backtests.find(TableName.ROUTING, begun.id()), test -> test.state() != State.RUNNING);
    }

    private static Recorded of(String conversation, Decision... decisions) {
        return new Recorded(new ConversationId(conversation), List.of(decisions));
    }

    private static Decision other() {
        return new Decision("listening", 1, 1, null, Map.of(), null, null, THEN);
    }

    /** By the table that is shipped. */
    private static Decision decided(String text, @Nullable String time, int priority) {
        var headings = DRAFT.compiled().headings();
        var inputs = new ArrayList<Input>();
        headings.forEach(heading -> inputs.add(new Input(heading, null)));
        inputs.set(2, new Input(headings.get(2), "comment"));
        inputs.set(3, new Input(headings.get(3), text));
        inputs.set(10, new Input(headings.get(10), time));
        return decision(inputs, priority);
    }

    private static Decision decision(List<Input> inputs, int priority) {
        return new Decision(
                "routing", 1, priority == 0 ? 2 : 1, null, Map.of("priority", priority), inputs, null, null, THEN);
    }
}
