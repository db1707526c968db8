package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.mongodb.core.query.Query;

/** Of each public answer Meta tells twice: in the answer to our call, and by a webhook that does not say it is ours. */
class OwnCommentsTests {
    private static final String ANSWER = "1_3";
    private static final String TEXT = "Merci";
    private static final String WORDED_OTHERWISE = "Merci, Ada";

    private ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, WORDED_OTHERWISE})
    void standsOnceWhenItsCallEndsBeforeAnyStepOfItsWebhook(String told) {
        var step = 0;
        while (standsOnceWhenItsCallEndsBefore(step, told)) {
            step++;
            renew();
        }

        assertThat(step).isGreaterThan(5);
    }

    private boolean standsOnceWhenItsCallEndsBefore(int step, String told) {
        var called = new CountDownLatch(1);
        var ends = new CountDownLatch(1);
        willAnswer(call -> {
                    called.countDown();
                    ends.await();
                    return ANSWER;
                })
                .given(room.graphComments)
                .answer(any(), any(), any());
        var id = AComment.givenToAlice(room);
        room.reply(ALICE, id, TEXT, null);
        soon().until(() -> called.getCount() == 0);
        var steps = new AtomicInteger();
        room.database.before(() -> {
            if (isOf("relay") && steps.getAndIncrement() == step) {
                ends.countDown();
                soon().until(() -> isSent(id));
            }
        });

        room.told(ownComment(told));

        soon().until(this::isLookedAt);
        var interrupted = steps.get() > step;
        ends.countDown();
        assertStandsOnce(id, "step " + step);
        return interrupted;
    }

    @ParameterizedTest
    @ValueSource(strings = {TEXT, WORDED_OTHERWISE})
    void standsOnceWhenItsWebhookComesBeforeAnyStepThatRecordsItsCall(String told) {
        var step = 0;
        while (standsOnceWhenItsWebhookComesBefore(step, told)) {
            step++;
            renew();
        }

        assertThat(step).isGreaterThan(1);
    }

    private boolean standsOnceWhenItsWebhookComesBefore(int step, String told) {
        var ended = new CountDownLatch(1);
        willAnswer(call -> {
                    ended.countDown();
                    return ANSWER;
                })
                .given(room.graphComments)
                .answer(any(), any(), any());
        var id = AComment.givenToAlice(room);
        var steps = new AtomicInteger();
        room.database.before(() -> {
            if (isOf("outbox") && ended.getCount() == 0 && steps.getAndIncrement() == step) {
                room.told(ownComment(told));
                soon().until(this::isLookedAt);
            }
        });

        room.reply(ALICE, id, TEXT, null);

        assertStandsOnce(id, "step " + step);
        return steps.get() > step;
    }

    @Test
    void standsOnceWhereverTheNodeStopsThatWasToldOfIt() {
        var step = 0;
        while (standsOnceWhenItsNodeStopsAfter(step)) {
            step++;
            renew();
        }

        assertThat(step).isGreaterThan(5);
    }

    /** The node has made its call, and hears of its answer in both ways. */
    private boolean standsOnceWhenItsNodeStopsAfter(int step) {
        var steps = new AtomicInteger();
        willAnswer(call -> {
                    room.told(ownComment(TEXT));
                    room.database.before(() -> {
                        if ((isOf("relay") || isOf("outbox")) && steps.getAndIncrement() == step) {
                            room.database.refuse();
                        }
                    });
                    return ANSWER;
                })
                .given(room.graphComments)
                .answer(any(), any(), any());
        var id = AComment.givenToAlice(room);
        room.reply(ALICE, id, TEXT, null);
        soon().ignoreExceptionsMatching(away -> room.database.hasRefused())
                .until(() -> room.database.hasRefused() || (isSent(id) && room.hasNothingPending()));
        var stopped = room.database.hasRefused();
        room.database.before(() -> {});
        room.database.takeAgain();

        try (var other = new ConversationRoom(room.database)) {
            given(other.graphComments.find(any(), any(), any(), any(), any())).willAnswer(call -> {
                Set<String> known = call.getArgument(4);
                return Optional.of(ANSWER).filter(answer -> !known.contains(answer));
            });
            other.told(ownComment(TEXT));
            await().until(() -> {
                other.clock.advance(Duration.ofSeconds(31));
                other.sweeper.start();
                return isSent(id) && other.hasNothingPending();
            });
            assertThat(ours(id)).as("stopped after %d", step).hasSize(1);
            then(other.graphComments).should(times(0)).answer(any(), any(), any());
        }
        return stopped;
    }

    @Test
    void showsWhatSomeoneElseWroteAtFacebookWhileACallWasUnderWay() {
        willAnswer(call -> {
                    throw Sent.failure(Kind.UNKNOWN_OUTCOME);
                })
                .given(room.graphComments)
                .answer(any(), any(), any());
        var id = AComment.givenToAlice(room);
        room.reply(ALICE, id, TEXT, null);
        soon().until(() -> ours(id).getFirst().status() == MessageStatus.SENDING);

        room.told(ownComment("At Facebook"));
        soon().until(this::isLookedAt);
        assertThat(ours(id)).hasSize(1);
        room.clock.advance(Duration.ofSeconds(61));
        room.sweeper.start();

        soon().untilAsserted(() -> assertThat(ours(id))
                .last()
                .returns("At Facebook", StoredMessage::text)
                .returns(Author.metaInbox(), StoredMessage::author));
    }

    @Test
    void isKnownInAConversationThatIsOver() {
        given(room.graphComments.answer(any(), any(), any())).willReturn(ANSWER);
        var id = AComment.givenToAlice(room);
        room.reply(ALICE, id, TEXT, null);
        soon().until(() -> isSent(id));
        room.closing.complete(id, null);
        room.told(comment("1_4", new Party("42", "Ada"), "One more thing"));
        soon().until(() -> room.live.find(AComment.THREAD).isPresent());

        room.told(ownComment(TEXT));

        soon().until(room::hasNothingPending);
        assertThat(room.live.find(AComment.THREAD).orElseThrow().messages())
                .extracting(StoredMessage::text)
                .containsExactly("One more thing");
    }

    /** Each case takes many rooms. */
    private static ConditionFactory soon() {
        return await().pollInterval(Duration.ofMillis(5));
    }

    private static boolean isOf(String lanes) {
        return Thread.currentThread().getName().startsWith(lanes);
    }

    private void renew() {
        room.close();
        room = new ConversationRoom();
    }

    /** Whatever was put off comes again. */
    private void assertStandsOnce(ConversationId id, String when) {
        soon().until(() -> isSent(id));
        await().until(() -> {
            room.clock.advance(Duration.ofSeconds(6));
            room.sweeper.start();
            return room.hasNothingPending();
        });
        assertThat(ours(id))
                .as(when)
                .singleElement()
                .returns(ANSWER, StoredMessage::mid)
                .returns("Alice", message -> message.author().name());
        assertThat(room.conversations.get(id).botPaused()).as(when).isFalse();
    }

    private boolean isSent(ConversationId id) {
        return ours(id).getFirst().status() == MessageStatus.SENT
                && room.lanes.attempted(AComment.THREAD).isEmpty();
    }

    /** The webhook is done with, or put off. */
    private boolean isLookedAt() {
        room.processed.flush();
        return room.database.template().find(new Query(), Inbox.Pending.class, Inbox.COLLECTION).stream()
                .allMatch(pending -> pending.notBefore() != null);
    }

    private List<StoredMessage> ours(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .toList();
    }

    private CommentWritten ownComment(String text) {
        return comment(ANSWER, new Party(PAGE.value(), "Café"), text);
    }

    private CommentWritten comment(String comment, Party author, String text) {
        return new CommentWritten(
                PAGE,
                AComment.ID,
                room.clock.instant(),
                comment,
                AComment.ID,
                author,
                text,
                ReceivedContent.NONE,
                null);
    }
}
