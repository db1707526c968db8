package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A desk that has just opened, at which an agent with room for one has been since before; four have waited for it. */
class OpeningRushTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);

    private final RoutingRoom room = new RoutingRoom(1);
    private final RoutingRoom.Node here = room.node;
    private final RoutingRoom.Node there = room.new Node();
    private final Instant night = room.clock.instant();

    @BeforeEach
    void somebodyIsThereBeforeTheOpening() {
        room.has(campaign("sales"));
        room.has(campaign("support"));
        room.online("alice");
        justOpened(true);
        given(room.conversations.areComing(SALES))
                .willAnswer(_ -> room.known.values().stream()
                        .anyMatch(conversation -> conversation.state() == ConversationState.NEW));
        comes("oldest", 0);
        comes("older", 1);
        comes("young", 2);
        comes("urgent", 3);
        room.clock.advance(Duration.ofHours(12));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void servesByPriorityAndThenAgeWhoeverIsQueuedFirst() {
        isQueued(here, "young", 0);
        isQueued(there, "urgent", 7);
        isQueued(here, "older", 0);
        here.dealer.serveHere();
        there.dealer.serveHere();
        assertThat(room.given).isEmpty();

        isQueued(there, "oldest", 0);

        for (var name : List.of("urgent", "oldest", "older", "young")) {
            await().atMost(PATIENCE).until(() -> dealt().contains(name));
            assertThat(dealt()).last().isEqualTo(name);
            isOver(name);
        }
    }

    @Test
    void holdsUpNobodyForOneThatDoesNotCome() {
        isQueued(here, "young", 0);
        isQueued(here, "older", 0);
        here.dealer.serveHere();
        assertThat(room.given).isEmpty();

        justOpened(false);
        here.reconciliation.reconcile();

        await().atMost(PATIENCE).until(() -> dealt().equals(List.of("older")));
    }

    @Test
    void holdsUpNoOtherCampaign() {
        isQueued(here, "young", 0);

        room.arrives("other", Pool.members(new CampaignId("support")), 0);

        await().atMost(PATIENCE).until(() -> dealt().equals(List.of("other")));
    }

    private void justOpened(boolean justOpened) {
        given(room.hours.hasOpenedWithin(
                        argThat(campaign -> campaign != null && campaign.id().equals(SALES)), any(), any()))
                .willReturn(justOpened);
    }

    private void comes(String name, int minutes) {
        var openedAt = night.plus(Duration.ofMinutes(minutes));
        room.put(ConversationFixture.conversation(
                new ConversationId(name), ConversationState.NEW, 0, null, SALES, openedAt));
    }

    /** Its process has woken, and come to the queue. */
    private void isQueued(RoutingRoom.Node at, String name, int priority) {
        var before = room.the(new ConversationId(name));
        var waiting = room.put(ConversationFixture.conversation(
                before.id(), ConversationState.WAITING, priority, null, SALES, before.openedAt()));
        at.routing.enqueue(waiting, MEMBERS, null);
    }

    private void isOver(String name) {
        var id = new ConversationId(name);
        room.over(id);
        there.routing.on(new ConversationEvent.Closed(id, new Party("alice", "Alice")));
    }

    private List<String> dealt() {
        return room.given.stream().map(gift -> gift.conversation().value()).toList();
    }
}
