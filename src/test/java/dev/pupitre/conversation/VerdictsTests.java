package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.VerdictCounts.VersionRow;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the messaging policy's answers: each different one with its conversation, and how many there were. */
class VerdictsTests {
    private static final int INSIDE_THE_WINDOW = 6;

    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

    @AfterEach
    void close() {
        room.close();
    }

    private List<Decision> kept(ConversationId id) {
        return room.conversations.stored(id).course().verdicts();
    }

    @Test
    void keepsWithTheConversationWhyItsMessagesWereSentOnceForAllOfThem() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(2));

        room.reply(ALICE, id, "Hello", null);
        room.reply(ALICE, id, "How are you?", null);

        await().until(() -> sent.messages().size() == 2);
        await().until(() -> room.conversations.stored(id).messages().stream()
                .noneMatch(message -> message.status().isUnsettled()));
        assertThat(kept(id)).singleElement().satisfies(decision -> {
            assertThat(decision)
                    .returns("messaging-policy", Decision::table)
                    .returns(INSIDE_THE_WINDOW, Decision::row)
                    .returns(Map.of("allowed", true, "type", "RESPONSE"), Decision::outputs);
            assertThat(decision.inputs())
                    .contains(
                            new DecisionTables.Input("Hours since the window was opened", 2.0),
                            new DecisionTables.Input("Author", "human"));
        });
    }

    @Test
    void keepsWhyAnAnswerIsRefusedAndCountsEachRefusal() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(25));

        for (int one = 0; one < 2; one++) {
            assertThatExceptionOfType(MessageRefused.class).isThrownBy(() -> room.reply(ALICE, id, "Late", null));
        }

        assertThat(kept(id))
                .singleElement()
                .satisfies(decision -> assertThat(decision.outputs())
                        .containsEntry("allowed", false)
                        .containsEntry("code", "HUMAN_AGENT_NOT_GRANTED"));
    }

    @Test
    void keepsNoDecisionThatWasNotHeeded() {
        var id = room.givenToAlice("42");
        var rules = new MessagingRules(
                PackagedTables.messagingPolicyThatTagsEverything(),
                room.comments,
                room.pages,
                new Verdicts(room.verdictCounts, room.transcripts),
                room.clock);
        var written = room.conversations.stored(id).messages().getFirst();
        var automatic =
                StoredMessage.queued(written.id(), "key", Author.bot(), "Hi", written.at(), StoredMessage.Extras.NONE);

        var asked = rules.ask(room.conversations.stored(id), automatic);

        assertThat(asked.verdict()).returns("HUMAN_AGENT_AUTOMATIC", Verdict::code);
        assertThat(asked.decision()).isNull();
        assertThat(kept(id)).isEmpty();
    }

    @Test
    void keepsNothingOfWhatIsOnlyForeseen() {
        var id = room.givenToAlice("42");

        var _ = room.rules.policy(room.conversations.stored(id));
        var _ = room.rules.mayAnswerByItself(room.conversations.stored(id));

        assertThat(kept(id)).isEmpty();
    }

    @Test
    void tellsOfTheDecisionsOfAllTablesInTheirOrder() {
        var id = room.givenToAlice("42");
        room.reply(ALICE, id, "Hello", null);
        await().until(() -> !kept(id).isEmpty());
        room.clock.advance(Duration.ofMinutes(1));
        room.course.decided(id, List.of(decision(1, 1)));

        assertThat(room.conversations.stored(id).course().allDecisions())
                .extracting(Decision::table)
                .containsExactly("messaging-policy", "routing");
        assertThat(new RecordedDecisions(room.database.template())
                        .page(null, 10)
                        .items())
                .singleElement()
                .satisfies(recorded -> assertThat(recorded.decisions())
                        .extracting(Decision::table)
                        .containsExactlyInAnyOrder("routing", "messaging-policy"));
    }

    /** It counts each message by itself. */
    @Test
    void leavesThemOutOfTheDecisionsThatReportsCountByTheConversation() {
        var id = room.givenToAlice("42");
        room.course.decided(id, List.of(decision(1, 1)));
        room.reply(ALICE, id, "Hello", null);
        await().until(() -> !kept(id).isEmpty());

        assertThat(Continued.summary(room.conversations.stored(id)).decisions())
                .extracting(Decision::table)
                .containsExactly("routing");
    }

    @Test
    void addsUpWhatSeveralNodesHaveCounted() {
        var other = new VerdictCounts(room.database.template());
        var before = room.clock.instant();
        room.verdictCounts.add(decision(1, 6));
        room.verdictCounts.add(decision(1, 6));
        room.verdictCounts.write();
        other.add(decision(1, 6));
        other.add(decision(2, 7));
        other.write();
        room.clock.advance(Duration.ofHours(1));
        room.verdictCounts.add(decision(1, 6));

        assertThat(room.verdictCounts.since(before.minus(Duration.ofHours(1))))
                .isEqualTo(Map.of(new VersionRow(1, 6), 4, new VersionRow(2, 7), 1));
        assertThat(room.verdictCounts.since(before.plus(Duration.ofMinutes(1))))
                .isEqualTo(Map.of(new VersionRow(1, 6), 1));
    }

    @Test
    void countsNothingOfAVersionThatNobodyHasTold() {
        room.verdictCounts.add(
                new Decision("messaging-policy", null, 6, null, Map.of(), null, null, room.clock.instant()));

        assertThat(room.verdictCounts.since(room.clock.instant().minus(Duration.ofHours(1))))
                .isEmpty();
    }

    @Test
    void keepsWhatReportsAskForYearsLater() {
        var before = room.clock.instant();
        room.verdictCounts.add(decision(1, 6));
        room.verdictCounts.write();
        room.clock.advance(Duration.ofDays(3 * 366));
        room.verdictCounts.add(decision(1, 7));

        assertThat(room.verdictCounts.since(before.minus(Duration.ofDays(1))))
                .isEqualTo(Map.of(new VersionRow(1, 6), 1, new VersionRow(1, 7), 1));
    }

    @Test
    void countsTheHoursOfAPeriod() {
        decided("2026-03-01T23:59:59Z", 1);
        decided("2026-03-02T00:00:00Z", 2);
        decided("2026-03-02T23:59:59Z", 2);
        decided("2026-03-03T00:00:00Z", 3);

        assertThat(between("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z")).isEqualTo(Map.of(new VersionRow(1, 2), 2));
    }

    /** In Kolkata a day begins half an hour before an hour of UTC does. */
    @Test
    void countsAnHourOnTheDayOnWhichItBegins() {
        decided("2026-03-01T18:10:00Z", 1);
        decided("2026-03-01T18:40:00Z", 2);

        assertThat(between("2026-02-28T18:30:00Z", "2026-03-01T18:30:00Z"))
                .isEqualTo(Map.of(new VersionRow(1, 1), 1, new VersionRow(1, 2), 1));
        assertThat(between("2026-03-01T18:30:00Z", "2026-03-02T18:30:00Z")).isEmpty();
    }

    private Map<VersionRow, Integer> between(String from, String to) {
        return room.verdictCounts.between(Instant.parse(from), Instant.parse(to));
    }

    private void decided(String at, int row) {
        room.verdictCounts.add(decision(1, row, Instant.parse(at)));
    }

    private Decision decision(int version, int row) {
        return decision(version, row, room.clock.instant());
    }

    private static Decision decision(int version, int row, Instant at) {
        return new Decision("routing", version, row, null, Map.of(), null, null, at);
    }
}
