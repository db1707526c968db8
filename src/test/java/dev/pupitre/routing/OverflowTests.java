package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Waiting.Overflow;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Foreseen;
import dev.pupitre.conversation.RulesProblems;
import dev.pupitre.conversation.Target;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OverflowTests {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final UserId ALICE = new UserId("alice");
    private static final Route TO_NIGHTS = new Route("team", "nights", null, null, 0);
    private static final Route TO_ALICE = new Route("agent", null, "alice", null, 0);

    private final RoutingRoom room = new RoutingRoom();
    private final AutomaticMessages messages = mock();
    private final Wordings wordings = mock();
    private final People people = mock();
    private final QueueConversationWorker worker = worker(room.node);
    private int arrived;

    @BeforeEach
    void conversationsAreQueued() {
        given(wordings.render(any(Localised.class), any())).willReturn("We are busy");
        given(room.conversations.queue(any(), any(), anyInt(), any(), any()))
                .willAnswer(call -> room.queue(call.getArgument(0)));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void letsExactlySoManyWaitWhenHundredsArriveAtOnceAtSeveralNodes() throws Exception {
        room.has(campaign("sales").waiting(10, Overflow.END, null));
        List.of("alice", "bruno", "chloe", "david", "emma").forEach(room::online);

        var letIn = arriveAtOnce(300);

        // Five agents have room for two each, and ten may wait.
        assertThat(letIn).hasSize(5 * RoutingRoom.CAPACITY + 10);
        await().atMost(PATIENCE).until(() -> room.given.size() == 5 * RoutingRoom.CAPACITY);
        await().atMost(PATIENCE).until(() -> room.node.queue.all().size() == 10);
        verify(messages, times(300 - 20)).notifyCustomer(any(), eq("overflow"), eq("We are busy"));
    }

    @Test
    void letsExactlySoManyWaitWhereNobodyIsThere() throws Exception {
        room.has(campaign("sales").waiting(7, Overflow.END, null));

        assertThat(arriveAtOnce(100)).hasSize(7);
        assertThat(room.node.queue.all()).hasSize(7);
    }

    @Test
    void letsExactlySoManyWaitWhereAgentsClaimThemselves() throws Exception {
        room.has(campaign("sales").by(Strategy.ALL_AT_ONCE).waiting(4, Overflow.END, null));
        room.online("alice");

        assertThat(arriveAtOnce(50)).hasSize(4);
        assertThat(room.node.queue.all()).hasSize(4);
    }

    @Test
    void refusesNobodyForOneWhoIsJustBeingGivenToAnAgent() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        room.online("alice");
        var almost = waits("almost-given");
        room.node.admissions.admit(SALES, almost.conversation(), 1);
        room.reserve("alice", almost);
        room.online("bruno");
        IntStream.range(0, 2).forEach(number -> room.reserve("bruno", waits("busy-" + number)));
        room.reserve("alice", waits("busy-too"));

        assertThat(handle(arrives()).queued()).isTrue();
        assertThat(handle(arrives()).queued()).as("now one waits").isFalse();
    }

    @Test
    void keepsAPlaceWithAnAgentForWhomThereIsNoPlaceInTheQueue() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        room.node.admissions.admit(SALES, new ConversationId("on-its-way-into-the-queue"), 1);
        room.online("alice");
        var id = arrives();

        assertThat(handle(id).queued()).isTrue();

        assertThat(room.given).containsExactly(new RoutingRoom.Gift(id, "alice"));
        assertThat(room.placesOf("alice")).containsExactly(id);
        assertThat(room.node.queue.all()).isEmpty();
        verify(messages, never()).notifyCustomer(any(), any(), any());
    }

    @Test
    void servesThoseFirstWhoWaitAlready() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        var first = arrives();
        assertThat(handle(first).queued()).isTrue();
        // Alice comes at another node, which has not looked at the queue yet.
        room.node.agents.become(new UserId("alice"), "Alice", Availability.ONLINE, false);

        var second = arrives();
        assertThat(handle(second).queued()).isTrue();

        await().atMost(PATIENCE).until(() -> room.given.size() == 2);
        assertThat(room.given.getFirst().conversation()).isEqualTo(first);
    }

    @Test
    void letsThemWaitAllTheSameWhereTheCampaignKeepsThem() {
        room.has(campaign("sales").waiting(1, Overflow.KEEP, null));
        handle(arrives());

        var second = arrives();
        assertThat(handle(second).queued()).isTrue();
        assertThat(handle(second).queued()).as("a repeated job").isTrue();

        assertThat(entry(second).whoFor()).isEqualTo(Pool.members(SALES));
        verify(messages, times(1)).notifyCustomer(any(), any(), any());
        verify(messages).notifyCustomer(second, "overflow", "We are busy");
    }

    @Test
    void leavesThemToAnotherTeamHoweverOftenTheJobIsRepeated() {
        room.has(new Team("nights", "Nights", Set.of("chloe")));
        room.has(campaign("sales").waiting(1, Overflow.TEAM, "nights"));
        var first = arrives();
        handle(first);

        var second = arrives();
        assertThat(handle(second).queued()).isTrue();
        verify(room.conversations).queue(eq(second), eq(SALES), anyInt(), any(), eq("nights"));
        room.node.routing.handOn(first, null, () -> Optional.ofNullable(room.known.get(first)));
        assertThat(handle(second).queued())
                .as("a repeated job, with room by now")
                .isTrue();

        assertThat(entry(second).whoFor()).isEqualTo(new Pool(SALES, Pool.Kind.TEAM, "nights"));
        verify(messages, times(1)).notifyCustomer(any(), any(), any());
        verify(messages).notifyCustomer(second, "overflow", "We are busy");
    }

    @Test
    void endsThemWithTheMessage() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        handle(arrives());

        var second = arrives();
        assertThat(handle(second).queued()).isFalse();

        assertThat(room.node.queue.find(second)).isEmpty();
        verify(messages, times(1)).notifyCustomer(any(), any(), any());
        verify(messages).notifyCustomer(second, "overflow", "We are busy");
    }

    @Test
    void keepsThoseWhomTheCampaignHadWaitForTheOpening() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        handle(arrives());
        var overnight = arrives();
        room.waitedForOpening.add(overnight);

        assertThat(handle(overnight).queued()).isTrue();

        assertThat(room.node.queue.all()).hasSize(2);
        assertThat(handle(arrives()).queued()).as("who comes now").isFalse();
        verify(messages, never()).notifyCustomer(eq(overnight), any(), any());
    }

    @Test
    void turnsNobodyAwayWhoHasAnAgentByTheTimeTheJobIsRepeated() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        var id = arrives();
        handle(id);
        room.node.routing.claim(RoutingRoom.agent("alice"), id, true);
        handle(arrives());

        assertThat(handle(id).queued()).isTrue();

        assertThat(room.placesOf("alice")).containsExactly(id);
        verify(messages, never()).notifyCustomer(any(), any(), any());
    }

    @Test
    void countsThoseWhoWaitAgain() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        var again = arrives();
        room.released.put(again, Target.queue());
        assertThat(handle(again).queued()).isTrue();

        assertThat(handle(arrives()).queued()).isFalse();
    }

    @Test
    void countsThoseWhomTheRulesSendToATeamOrToAnAgent() {
        room.has(new Team("nights", "Nights", Set.of("chloe")));
        given(people.find(ALICE)).willReturn(Optional.of(new People.Person(ALICE, "Alice", Set.of(Role.AGENT))));
        room.has(campaign("sales").waiting(2, Overflow.END, null));

        assertThat(handle(arrives(), TO_NIGHTS).queued()).isTrue();
        assertThat(handle(arrives(), TO_ALICE).queued()).isTrue();

        assertThat(handle(arrives()).queued()).as("for the members").isFalse();
        assertThat(handle(arrives(), TO_NIGHTS).queued()).as("for the team").isFalse();
        assertThat(handle(arrives(), TO_ALICE).queued()).as("for the agent").isFalse();
        assertThat(room.node.queue.all())
                .extracting(id -> entry(id).whoFor().kind())
                .containsExactlyInAnyOrder(Pool.Kind.TEAM, Pool.Kind.AGENT);
    }

    @Test
    void turnsNobodyAwayWhoseTeamHasRoom() {
        room.has(new Team("nights", "Nights", Set.of("chloe")));
        room.has(campaign("sales").member("alice").waiting(1, Overflow.END, null));
        handle(arrives());
        room.online("chloe");
        var id = arrives();

        assertThat(handle(id, TO_NIGHTS).queued()).isTrue();

        assertThat(room.given).containsExactly(new RoutingRoom.Gift(id, "chloe"));
    }

    @Test
    void letsExactlySoManyWaitWhoeverTheyWaitForWhenTheyArriveAtSeveralNodesAtOnce() throws Exception {
        room.has(new Team("nights", "Nights", Set.of("chloe")));
        room.has(campaign("sales").waiting(9, Overflow.END, null));

        assertThat(arriveAtOnce(120, null, TO_NIGHTS)).hasSize(9);
        assertThat(room.node.queue.all()).hasSize(9);
    }

    @Test
    void letsNobodyOvertakeThoseWhoWaitedForTheOpening() {
        given(room.hours.hasOpenedWithin(any(), any(), any())).willReturn(true);
        given(room.conversations.areComing(SALES)).willReturn(true);
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        var night = arrives();
        room.waitedForOpening.add(night);
        handle(night);
        room.online("chloe");

        assertThat(handle(arrives()).queued()).isTrue();

        assertThat(room.given).isEmpty();
    }

    @Test
    void countsThoseWhoWaitThoughItWasFull() {
        room.has(campaign("sales").waiting(1, Overflow.KEEP, null));
        var first = arrives();
        handle(first);
        var kept = arrives();
        handle(kept);
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        room.node.routing.handOn(first, null, () -> Optional.ofNullable(room.known.get(first)));

        assertThat(handle(arrives()).queued()).as("one waits still").isFalse();
    }

    /** At three nodes in turn; those who were let in. */
    private List<ConversationId> arriveAtOnce(int many, @Nullable Route... routes)
            throws InterruptedException, ExecutionException {
        var workers = List.of(worker, worker(room.new Node()), worker(room.new Node()));
        var together = new CountDownLatch(1);
        var outcomes = new ArrayList<Future<Boolean>>();
        var ids = IntStream.range(0, many).mapToObj(number -> arrives()).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < many; number++) {
                var at = workers.get(number % workers.size());
                var route = routes.length == 0 ? null : routes[number % routes.length];
                var input = new QueueConversationWorker.Input(ids.get(number), SALES, route, null, null);
                outcomes.add(threads.submit((Callable<Boolean>) () -> {
                    together.await();
                    return at.handle(input).queued();
                }));
            }
            together.countDown();
        }
        var letIn = new ArrayList<ConversationId>();
        for (int number = 0; number < many; number++) {
            if (outcomes.get(number).get()) {
                letIn.add(ids.get(number));
            }
        }
        return letIn;
    }

    private QueueConversationWorker worker(RoutingRoom.Node node) {
        return new QueueConversationWorker(
                room.conversations,
                node.choice,
                new RouteReader(room.teams, people, mock(RulesProblems.class), room.clock),
                new Overflows(node.admissions, node.places, node.dealer, node.routing, room.teams, messages, wordings),
                node.routing,
                messages,
                wordings,
                mock(Foreseen.class));
    }

    private QueueEntry waits(String name) {
        var waiting = room.put(room.conversation(new ConversationId(name), ConversationState.WAITING, 0, null, SALES));
        return QueueEntry.of(
                waiting.id(), Pool.members(SALES), 0, waiting.openedAt(), QueueEntry.waitingSince(waiting), null, null);
    }

    private ConversationId arrives() {
        var id = new ConversationId("c" + arrived++);
        room.put(room.conversation(id, ConversationState.NEW, 0, null, SALES));
        return id;
    }

    private QueueConversationWorker.Output handle(ConversationId id) {
        return handle(id, null);
    }

    private QueueConversationWorker.Output handle(ConversationId id, @Nullable Route route) {
        return worker.handle(new QueueConversationWorker.Input(id, SALES, route, null, null));
    }

    private QueueEntry entry(ConversationId id) {
        return room.node.queue.find(id).orElseThrow();
    }
}
