package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.campaign.AfterHours.Then;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.ClosedDesk;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that has closed, until a test opens it, with agents who have room for one conversation each. */
class ClosedWaitsTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);
    private static final Duration SETTLED = Duration.ofSeconds(11);

    private final RoutingRoom room = new RoutingRoom(1);
    private final OpeningHours hours = mock();
    private final ClosedDesk desk = mock();
    private final ClosedWaits waits = on(room.node);

    @BeforeEach
    void theDeskIsClosed() {
        room.has(campaign("sales"));
        given(hours.isOpen(any(), any())).willReturn(false);
        given(desk.sendAway(any(), any(), any())).willAnswer(call -> {
            ConversationId id = call.getArgument(0);
            Instant queuedAt = call.getArgument(1);
            return room.the(id).state() == ConversationState.WAITING
                    && queuedAt.equals(room.the(id).queuedAt());
        });
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsWhoWaitsThoughNobodyIsThereOnceAndKeepsTheirPlaces() {
        var younger = room.arrives("b", MEMBERS, 0);
        var older = room.arrives("a", MEMBERS, 1);
        room.clock.advance(SETTLED);

        waits.look();
        waits.look();
        on(room.new Node()).look();

        verify(desk, times(1)).sendAway(eq(younger), any(), any());
        verify(desk, times(1)).sendAway(eq(older), any(), any());
        assertThat(room.node.queue.all()).containsExactlyInAnyOrder(older, younger);
        assertThat(room.node.queue.first(MEMBERS))
                .extracting(QueueEntry::conversation)
                .containsExactly(older, younger);
    }

    @Test
    void takesOutOfTheQueueWhatTheCampaignEnds() {
        room.has(campaign("sales").whenClosed(Then.CLOSE));
        var id = room.arrives("c0", MEMBERS, 0);
        willReturn(false).given(desk).sendAway(eq(id), any(), any());
        room.clock.advance(SETTLED);

        waits.look();
        waits.look();

        verify(desk, times(1)).sendAway(eq(id), any(), any());
        assertThat(room.node.queue.all()).isEmpty();
    }

    @Test
    void endsWhatWasToldToWaitWhenTheCampaignIsChanged() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(SETTLED);
        waits.look();
        room.has(campaign("sales").whenClosed(Then.CLOSE));

        waits.look();

        verify(desk, times(2)).sendAway(eq(id), any(), any());
    }

    @Test
    void goesOnWithWhoWasHandedOnAndQueuedAgain() {
        var id = room.arrives("c0", MEMBERS, 0);
        room.clock.advance(SETTLED);
        waits.look();
        room.arrives("c0", MEMBERS, 0);
        room.clock.advance(SETTLED);

        waits.look();

        // The customer is told once in a conversation, which its room sees to.
        verify(desk, times(2)).sendAway(eq(id), any(), any());
    }

    @Test
    void leavesThemToSomebodyWhoIsThereWithRoom() {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE));
        room.arrives("c0", MEMBERS, 0);
        room.online("alice");
        room.clock.advance(SETTLED);

        waits.look();
        verify(desk, never()).sendAway(any(), any(), any());

        room.offline("alice");
        waits.look();
        verify(desk, times(1)).sendAway(any(), any(), any());
    }

    @Test
    void doesNotCountOnThoseWhoAreThereButHaveNoRoom() {
        room.online("alice");
        room.arrives("first", MEMBERS, 0);
        room.node.dealer.serveHere();
        var second = room.arrives("second", MEMBERS, 0);
        room.node.dealer.serveHere();
        room.clock.advance(SETTLED);

        waits.look();

        verify(desk, times(1)).sendAway(eq(second), any(), any());
    }

    @Test
    void leavesThemToTheAgentWhomSomebodyHasChosenThoughThatOneHasNoRoomYet() {
        room.online("alice");
        room.arrives("first", MEMBERS, 0);
        room.node.dealer.serveHere();
        room.arrives("second", new Pool(SALES, Pool.Kind.AGENT, "alice"), 0);
        room.clock.advance(SETTLED);

        waits.look();

        verify(desk, never()).sendAway(any(), any(), any());
    }

    @Test
    void goesOnBehindOneThatFails() {
        var failing = room.arrives("a", MEMBERS, 1);
        var next = room.arrives("b", MEMBERS, 0);
        willThrow(new IllegalStateException("as the test wants it")).given(desk).sendAway(eq(failing), any(), any());
        room.clock.advance(SETTLED);

        waits.look();
        waits.look();

        verify(desk, times(1)).sendAway(eq(next), any(), any());
        verify(desk, times(2)).sendAway(eq(failing), any(), any());
    }

    @Test
    void doesNotCountOnThoseWhoMayNotTakeThem() {
        room.has(campaign("sales").member("alice"));
        room.has(new Team("nights", "Nights", Set.of("bruno")));
        room.online("alice");
        var id = room.arrives("c0", Pool.team(SALES, "nights"), 0);
        room.clock.advance(SETTLED);

        waits.look();

        verify(desk, times(1)).sendAway(eq(id), any(), any());
    }

    @Test
    void letsWhoHasJustComeReachAnAgent() {
        room.arrives("c0", MEMBERS, 0);

        waits.look();

        verify(desk, never()).sendAway(any(), any(), any());
    }

    @Test
    void sendsNobodyAwayWhileTheDeskIsOpenOrAnotherApplicationAnswers() {
        var elsewhere = room.arrives("c0", MEMBERS, 0);
        room.answeredElsewhere(elsewhere, true);
        room.node.queue.park(elsewhere);
        room.clock.advance(SETTLED);
        waits.look();
        given(hours.isOpen(any(), any())).willReturn(true);
        room.arrives("c1", MEMBERS, 0);
        room.clock.advance(SETTLED);

        waits.look();

        verify(desk, never()).sendAway(any(), any(), any());
    }

    @Test
    void sendsNobodyAwayWhoIsReachedAfterTheOpening() {
        room.arrives("c0", MEMBERS, 0);
        room.arrives("c1", MEMBERS, 0);
        room.clock.advance(SETTLED);
        given(hours.isOpen(any(), any())).willReturn(false, false, true);

        waits.look();

        verify(desk, times(1)).sendAway(any(), any(), any());
    }

    private ClosedWaits on(RoutingRoom.Node node) {
        return new ClosedWaits(node.agents, node.choice, node.queue, hours, desk, RoutingRoom.settings(1), room.clock);
    }
}
