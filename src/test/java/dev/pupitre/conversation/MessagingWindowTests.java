package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.pupitre.engine.PackagedTables;
import dev.pupitre.graph.OutboundMessage.Purpose;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.page.Hold;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What may be sent when, and what becomes of the rest. */
class MessagingWindowTests {
    private final ConversationRoom room = new ConversationRoom();
    private final Sent sent = new Sent(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void refusesWhatTheWindowDoesNotAllowAndSaysWhy() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(25));

        assertThat(catchThrowableOfType(MessageRefused.class, () -> room.reply(ALICE, id, "Hi", null)))
                .hasMessageContaining("24 hours");
        var policy = room.rules.policy(room.live.find(id).orElseThrow());
        assertThat(policy.now()).returns(false, Verdict::allowed).returns("HUMAN_AGENT_NOT_GRANTED", Verdict::code);
        assertThat(policy.afterwards()).isNull();
    }

    @Test
    void tellsBeforehandWhatTheClosedWindowWillAllow() {
        room.grantHumanAgent();
        var conversation = room.live.find(room.givenToAlice("42")).orElseThrow();
        var opened = conversation.openedAt();

        var policy = room.rules.policy(conversation);

        assertThat(policy.windowClosesAt()).isEqualTo(opened.plus(Duration.ofHours(24)));
        assertThat(policy.now()).isEqualTo(new Verdict(true, Verdict.Type.RESPONSE, null, null, null));
        assertThat(policy.afterwards())
                .isEqualTo(new Verdict(true, Verdict.Type.MESSAGE_TAG, Verdict.Tag.HUMAN_AGENT, null, null));
        assertThat(policy.humanAgentUntil()).isEqualTo(opened.plus(Duration.ofDays(7)));
    }

    @Test
    void answersAsAHumanAgentForSevenDaysWhereThePageMay() {
        room.grantHumanAgent();
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofDays(6));

        room.reply(ALICE, id, "Late", null);

        await().until(() -> sent.messages().size() == 1);
        assertThat(sent.messages().getFirst().purpose()).isEqualTo(Purpose.HUMAN_AGENT);
        room.clock.advance(Duration.ofDays(1));
        assertThatExceptionOfType(MessageRefused.class).isThrownBy(() -> room.reply(ALICE, id, "Too late", null));
    }

    @Test
    void asksTheRulesAgainRightBeforeSending() {
        var id = room.givenToAlice("42");
        room.pages.hold(PAGE, Hold.Cause.TOKEN, "Dead");
        var reply = room.reply(ALICE, id, "Hi", null);
        await().until(() -> "Dead".equals(message(id, reply.id()).reason()));
        assertThat(message(id, reply.id()).reasonCode()).isEqualTo("HELD_TOKEN");

        room.clock.advance(Duration.ofHours(25));
        room.mend();

        await().until(() -> message(id, reply.id()).status() == MessageStatus.FAILED);
        assertThat(message(id, reply.id()).reason()).contains("24 hours");
        assertThat(message(id, reply.id()).reasonCode()).isEqualTo("HUMAN_AGENT_NOT_GRANTED");
        assertThat(sent.messages()).isEmpty();
    }

    @Test
    void leavesALineWhenAnAutomaticMessageMayNotBeSent() {
        var id = room.givenToAlice("42");
        room.clock.advance(Duration.ofHours(25));

        room.automatic.notifyCustomer(id, "away", "We are closed");
        room.automatic.notifyCustomer(id, "away", "We are closed");

        assertThat(room.archive.transcript(id, null, 10).items())
                .filteredOn(message -> message.happening() != null)
                .singleElement()
                .satisfies(line -> assertThat(line.happening()).satisfies(happening -> {
                    assertThat(happening.type()).isEqualTo(Happening.Type.NOT_SENT);
                    assertThat(happening.values())
                            .containsEntry("step", "away")
                            .containsEntry("code", "AUTOMATIC_WINDOW_CLOSED")
                            .hasEntrySatisfying(
                                    "reason", reason -> assertThat(reason).contains("Automatic"));
                }));
        assertThat(sent.messages()).isEmpty();
    }

    @Test
    void neverSendsWhatNobodyWroteWithTheTagOfHumansWhateverTheTableSays() {
        var tables = PackagedTables.messagingPolicyThatTagsEverything();
        var conversation = room.live.find(room.givenToAlice("42")).orElseThrow();
        var rules = new MessagingRules(
                tables, room.comments, room.pages, new Verdicts(room.verdictCounts, room.transcripts), room.clock);
        var written = conversation.messages().getFirst();

        var automatic = rules.verdict(conversation, by(Author.bot(), written));
        var human = rules.verdict(conversation, by(Author.agent(ALICE.id(), "Alice"), written));

        assertThat(automatic).returns(false, Verdict::allowed).returns("HUMAN_AGENT_AUTOMATIC", Verdict::code);
        assertThat(human).returns(true, Verdict::allowed).returns(Verdict.Tag.HUMAN_AGENT, Verdict::tag);
    }

    private static StoredMessage by(Author author, StoredMessage message) {
        return StoredMessage.queued(message.id(), "key", author, "Hi", message.at(), StoredMessage.Extras.NONE);
    }

    private Message message(ConversationId id, MessageId message) {
        return room.live.find(id).orElseThrow().withId(message).orElseThrow();
    }
}
