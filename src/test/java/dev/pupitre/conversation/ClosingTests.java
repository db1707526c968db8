package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void recordsAResolvedConversationAndTellsWhoHasAPlaceFree() {
        var id = room.givenToAlice("42");
        var resolution = resolve(id);

        var reopened = room.closing.close(id, resolution);

        assertThat(reopened).isFalse();
        assertThat(room.live.find(thread("42"))).isEmpty();
        assertThat(room.recordings.find(id)).get().returns(ConversationState.CLOSED, StoredConversation::state);
        assertThat(room.happened)
                .containsExactly(
                        new ConversationEvent.Recorded(id),
                        new ConversationEvent.Closed(id, new Party("alice", "Alice")));
    }

    @Test
    void givesItBackWhenTheCustomerWroteAfterTheAgentHadResolved() {
        var id = room.givenToAlice("42");
        var resolution = resolve(id);
        room.customerWrites("42", "m2", "Wait!");
        room.openWith("42", 2);

        assertThat(room.closing.close(id, resolution)).isTrue();
        assertThat(room.closing.close(id, resolution))
                .as("the same job once more")
                .isTrue();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void finishesWhatACrashLeftBetweenTheDecisionAndTheRecording() {
        var id = room.givenToAlice("42");
        var resolution = resolve(id);
        room.endings.close(id, resolution, room.clock.instant());

        assertThat(room.closing.close(id, resolution)).isFalse();

        assertThat(room.live.find(thread("42"))).isEmpty();
        assertThat(room.recordings.find(id)).isPresent();
    }

    @Test
    void listsAConversationOnceWhileItIsRecorded() {
        var id = room.givenToAlice("42");
        room.recordings.record(
                room.endings.close(id, resolve(id), room.clock.instant()).orElseThrow());

        var listed = room.archive.list(
                new ConversationFilter(Set.of(), null, null, null, null, null, null, null),
                ListOrder.NEWEST_FIRST,
                0,
                50);

        assertThat(listed.items()).extracting(Conversation::id).containsExactly(id);
    }

    @Test
    void sendsNothingAgainWhenTheSlowerOfTwoFinishesTheSameClosing() {
        var id = room.givenToAlice("42");
        given(room.graph.send(any(), any()))
                .willThrow(new GraphFailure(Kind.UNKNOWN_OUTCOME, "No answer", new IOException()));
        var reply = room.reply(ALICE, id, "Good bye", null);
        await().until(() ->
                room.archive.transcript(id, null, 9).items().getLast().status() == MessageStatus.SENDING);
        var slow = room.endings.close(id, resolve(id), room.clock.instant()).orElseThrow();
        room.inbox.accept(List.of(new MessageEchoed(
                PAGE,
                "42",
                room.clock.instant(),
                "mid-1",
                "Good bye",
                reply.id().value(),
                true)));
        await().until(() ->
                room.archive.transcript(id, null, 9).items().getLast().status() == MessageStatus.SENT);
        room.filing.putAway(room.live.find(id).orElseThrow());

        room.filing.putAway(slow);

        await().until(() -> room.lanes.find(thread("42"), reply.id().value()).isEmpty());
        verify(room.graph, times(1)).send(any(), any());
        assertThat(room.archive.transcript(id, null, 9).items().getLast().status())
                .isEqualTo(MessageStatus.SENT);
    }

    @Test
    void letsTheCustomersNextMessageFinishAHalfDoneClosing() {
        var id = room.givenToAlice("42");
        room.endings.close(id, resolve(id), room.clock.instant());

        room.customerWrites("42", "m2", "Hello again");

        await().until(() -> room.live
                .find(thread("42"))
                .filter(open -> !open.conversationId().equals(id))
                .isPresent());
        assertThat(room.recordings.find(id)).isPresent();
    }

    @Test
    void losesNoMessageThatArrivesWhileTheAgentResolves() throws Exception {
        var rounds = 60;
        var ids = IntStream.range(0, rounds)
                .mapToObj(round -> room.givenToAlice("c" + round))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < rounds; round++) {
                var customer = "c" + round;
                var id = ids.get(round);
                threads.execute(() -> room.customerWrites(customer, customer + "-late", "late"));
                threads.execute(() -> room.closing.close(id, resolve(id)));
            }
        }

        await().untilAsserted(() -> {
            for (int round = 0; round < rounds; round++) {
                var id = ids.get(round);
                var texts = Stream.concat(
                                room.recordings.find(id).stream(), room.live.find(thread("c" + round)).stream())
                        .flatMap(conversation -> conversation.messages().stream())
                        .map(StoredMessage::text)
                        .toList();
                assertThat(texts).containsExactly("Hello", "late");
            }
        });
    }

    @Test
    void ignoresWhatTheRulesDoNotListenTo() {
        room.customerWrites("42", "m1", "stop");
        var id = room.openWith("42", 1).conversationId();

        assertThat(room.closing.ignore(id, 1, null)).isEmpty();
        assertThat(room.closing.ignore(id, 1, null)).isEmpty();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.IGNORED);
        assertThat(room.live.find(thread("42"))).isEmpty();
    }

    @Test
    void closesNothingThatTheAgentHasNotSeen() {
        var id = room.givenToAlice("42");
        room.customerWrites("42", "m2", "Wait!");
        room.openWith("42", 2);

        assertThatExceptionOfType(CustomerWroteAgain.class).isThrownBy(() -> room.resolutions.resolve(ALICE, id, 1));
        assertThat(room.resolutions.resolve(ALICE, id, 2).state()).isEqualTo(ConversationState.CLOSING);
    }

    @Test
    void ignoresNothingThatTheRulesHaveNotHeard() {
        room.customerWrites("42", "m1", "stop");
        room.customerWrites("42", "m2", "Sorry, I do need help");
        var id = room.openWith("42", 2).conversationId();

        assertThat(room.closing.ignore(id, 1, null)).get().returns(2, StoredConversation::since);
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.NEW);
        assertThat(room.closing.ignore(id, 2, null)).isEmpty();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.IGNORED);
    }

    @Test
    void sendsAnAnswerThatWasStoredBeforeTheEndButNotYetTaken() {
        var id = room.givenToAlice("42");
        var answer = StoredMessage.queued(
                new MessageId("left-behind"),
                "key",
                Author.system(),
                "Good bye",
                room.clock.instant(),
                StoredMessage.Extras.NONE);
        room.outgoing.answer(id, "alice", List.of(answer), room.clock.instant());

        room.closing.close(id, resolve(id));

        await().untilAsserted(() -> verify(room.graph)
                .send(any(), argThat(message -> message.metadata().equals(answer.id() + "@" + id))));
    }

    private String resolve(ConversationId id) {
        room.resolutions.resolve(ALICE, id, null);
        return Objects.requireNonNull(room.live.find(id).orElseThrow().resolution());
    }
}
