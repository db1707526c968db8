package dev.pupitre.routing;

import static dev.pupitre.routing.ConversationFixture.conversation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;

import dev.pupitre.conversation.Continuations;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReopeningsTests {
    private static final Caller ALICE = new Caller(new UserId("alice"), "Alice", Set.of(Role.AGENT));
    private static final ConversationId OVER = new ConversationId("over");

    private final RoutingRoom room = new RoutingRoom();
    private final Continuations continuations = mock();
    private final Reopenings reopenings = new Reopenings(
            continuations,
            room.conversations,
            room.node.routing,
            room.node.places,
            room.node.agents,
            room.node.presences,
            new Ids());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void countTheNewConversationAmongWhatTheAgentHas() {
        is(OVER, ConversationState.CLOSED, "bruno");
        given(continuations.openBeside(OVER)).willReturn(Optional.empty());
        given(continuations.goOn(eq(OVER), any(), eq(ALICE.id()), eq("Alice"))).willAnswer(call -> {
            ConversationId next = call.getArgument(1);
            return Optional.of(is(next, ConversationState.ASSIGNED, "alice"));
        });

        var next = reopenings.reopen(ALICE, OVER);

        assertThat(room.node.places.find("alice", next.id())).isPresent();
        assertThat(room.node.agents.get(ALICE.id(), "Alice").view().load()).isEqualTo(1);
    }

    @Test
    void giveThePlaceBackWhereNothingCanBeWritten() {
        is(OVER, ConversationState.CLOSED, "alice");
        given(continuations.openBeside(OVER)).willReturn(Optional.empty());
        given(continuations.goOn(any(), any(), any(), any())).willThrow(new ConversationOver(ConversationState.CLOSED));

        assertThatExceptionOfType(ConversationOver.class).isThrownBy(() -> reopenings.reopen(ALICE, OVER));

        assertThat(room.node.agents.get(ALICE.id(), "Alice").view().load()).isZero();
    }

    @Test
    void giveThePlaceBackAndTellOfTheConversationThatCameFirst() {
        is(OVER, ConversationState.CLOSED, "alice");
        var begun = is(new ConversationId("begun"), ConversationState.WAITING, null);
        given(continuations.openBeside(OVER)).willReturn(Optional.empty()).willReturn(Optional.of(begun));
        given(continuations.goOn(any(), any(), any(), any())).willReturn(Optional.empty());

        assertThatExceptionOfType(Reopenings.OpenAlready.class).isThrownBy(() -> reopenings.reopen(ALICE, OVER));

        assertThat(room.node.agents.get(ALICE.id(), "Alice").view().load()).isZero();
    }

    @Test
    void takeBackWhatIsBeingClosed() {
        is(OVER, ConversationState.CLOSING, "alice");
        var back = is(OVER, ConversationState.CLOSING, "alice");
        given(continuations.takeBack(OVER, ALICE.id())).willReturn(Optional.of(back));

        assertThat(reopenings.reopen(ALICE, OVER)).isEqualTo(back);

        then(continuations).should(never()).goOn(any(), any(), any(), any());
    }

    @Test
    void doNotTouchWhatSomebodyElseHas() {
        var theirs = is(OVER, ConversationState.ASSIGNED, "bruno");
        given(continuations.openBeside(OVER)).willReturn(Optional.of(theirs));

        assertThatExceptionOfType(Reopenings.OpenAlready.class).isThrownBy(() -> reopenings.reopen(ALICE, OVER));

        then(continuations).should(never()).goOn(any(), any(), any(), any());
    }

    private Conversation is(ConversationId id, ConversationState state, @Nullable String agent) {
        var known = conversation(
                id, state, 0, agent == null ? null : new UserId(agent), RoutingRoom.DEFAULT, room.clock.instant());
        room.known.put(id, known);
        given(room.conversations.get(id)).willReturn(known);
        return known;
    }
}
