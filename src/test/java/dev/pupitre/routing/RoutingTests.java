package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationOver;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutingTests {
    private static final Caller ALICE = new Caller(new UserId("alice"), "Alice", Set.of(Role.AGENT));
    private static final Caller BRUNO = new Caller(new UserId("bruno"), "Bruno", Set.of(Role.AGENT));

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final RoutingProperties properties =
            new RoutingProperties(2, Duration.ofSeconds(10), Duration.ofSeconds(10));
    private final Agents agents = new Agents(database.template(), properties, clock);
    private final WaitingQueue queue = new WaitingQueue(database.template());
    private final Conversations conversations = mock();
    private final Routing routing = new Routing(agents, queue, conversations, mock(LiveFeed.class));
    private final Reconciliation reconciliation =
            new Reconciliation(agents, queue, routing, conversations, properties, clock);
    private final Map<ConversationId, Conversation> known = new ConcurrentHashMap<>();

    @BeforeEach
    void conversationsAreGivenOnce() {
        given(conversations.get(any()))
                .willAnswer(call -> Optional.ofNullable(known.get(call.getArgument(0)))
                        .orElseThrow(() -> new ConversationNotFound(call.getArgument(0))));
        given(conversations.deal(any(), any(), any()))
                .willAnswer(call -> give(call.getArgument(0), call.getArgument(1)));
        given(conversations.assign(any(), any(), any()))
                .willAnswer(call -> give(call.getArgument(0), call.getArgument(1)));
        given(conversations.takeOver(any(), any(), any())).willAnswer(call -> {
            ConversationId id = call.getArgument(0);
            var held = known.get(id);
            return held == null || held.state() != ConversationState.ASSIGNED
                    ? Optional.empty()
                    : Optional.of(put(id, ConversationState.ASSIGNED, 0, call.getArgument(1)));
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Optional<Conversation> give(ConversationId id, UserId agent) {
        var waiting = known.get(id);
        return waiting == null || waiting.state() != ConversationState.WAITING
                ? Optional.empty()
                : Optional.of(put(id, ConversationState.ASSIGNED, waiting.priority(), agent));
    }

    @Test
    void givesNoMoreThanAnAgentHasRoomFor() {
        routing.become(ALICE, Availability.ONLINE);

        var waiting = IntStream.range(0, 4).mapToObj(this::wait).toList();

        await().untilAsserted(() -> assertThat(routing.agent(ALICE).places()).hasSize(2));
        assertThat(queue.all()).containsExactlyInAnyOrderElementsOf(waiting.subList(2, 4));
    }

    @Test
    void givesAFreePlaceAtOnceToTheNextInTheQueue() {
        routing.become(ALICE, Availability.ONLINE);
        var waiting = IntStream.range(0, 3).mapToObj(this::wait).toList();
        await().until(() -> routing.agent(ALICE).places().size() == 2);

        put(waiting.getFirst(), ConversationState.CLOSED, 0, ALICE.id());
        routing.on(new ConversationEvent.Closed(waiting.getFirst(), new Party("alice", "Alice")));

        await().untilAsserted(() -> assertThat(routing.agent(ALICE).places())
                .extracting(Agent.Place::conversation)
                .containsExactly(waiting.get(1), waiting.get(2)));
    }

    @Test
    void servesByPriorityThenAge() {
        var old = wait(0);
        var young = wait(1);
        var urgent = enqueue(new ConversationId("urgent"), 10);

        assertThat(queue.first()).contains(urgent);
        queue.remove(urgent);
        assertThat(queue.first()).contains(old);
        queue.remove(old);
        assertThat(queue.first()).contains(young);
    }

    @Test
    void sharesTheWorkEvenly() {
        routing.become(ALICE, Availability.ONLINE);
        routing.become(BRUNO, Availability.ONLINE);

        IntStream.range(0, 4).forEach(this::wait);

        await().untilAsserted(() -> {
            assertThat(routing.agent(ALICE).places()).hasSize(2);
            assertThat(routing.agent(BRUNO).places()).hasSize(2);
        });
    }

    @Test
    void givesNothingToAnAgentWhoIsAway() {
        routing.become(ALICE, Availability.ONLINE);
        routing.become(ALICE, Availability.AWAY);

        var waiting = wait(0);
        routing.drain();

        assertThat(routing.agent(ALICE).places()).isEmpty();
        assertThat(queue.all()).containsExactly(waiting);
    }

    @Test
    void letsAnAgentClaimBeyondTheCapacity() {
        routing.become(ALICE, Availability.ONLINE);
        IntStream.range(0, 2).forEach(this::wait);
        await().until(() -> routing.agent(ALICE).places().size() == 2);
        var third = wait(2);

        routing.claim(ALICE, third);

        assertThat(routing.agent(ALICE))
                .returns(-1, Agent::free)
                .returns(3, agent -> agent.places().size());
        assertThat(queue.all()).isEmpty();
    }

    @Test
    void freesThePlaceOfTheAgentItIsClaimedFrom() {
        routing.become(ALICE, Availability.ONLINE);
        var id = wait(0);
        await().until(() -> routing.agent(ALICE).places().size() == 1);

        routing.claim(BRUNO, id);

        assertThat(routing.agent(ALICE).places()).isEmpty();
        assertThat(routing.agent(BRUNO).places()).hasSize(1);
    }

    @Test
    void keepsNoPlaceForAConversationThatIsOver() {
        var id = new ConversationId("over");
        put(id, ConversationState.CLOSED, 0, null);

        assertThatExceptionOfType(ConversationOver.class).isThrownBy(() -> routing.claim(ALICE, id));

        assertThat(routing.agent(ALICE).places()).isEmpty();
    }

    @Test
    void passesOverAnEntryWhoseConversationIsGone() {
        queue.add(conversation(new ConversationId("gone"), ConversationState.WAITING, 99, null));
        var waiting = wait(1);

        routing.become(ALICE, Availability.ONLINE);

        await().untilAsserted(() -> assertThat(routing.agent(ALICE).places())
                .extracting(Agent.Place::conversation)
                .containsExactly(waiting));
    }

    @Test
    void reconcilesWhatACrashLeftBetweenTwoUpdates() {
        routing.become(ALICE, Availability.ONLINE);
        agents.claim(ALICE, new ConversationId("never-given"));
        var forgotten = new ConversationId("forgotten");
        put(forgotten, ConversationState.WAITING, 0, null);
        given(conversations.waitingSince(any())).willReturn(List.copyOf(known.values()));
        clock.advance(Duration.ofSeconds(11));

        reconciliation.reconcile();

        await().untilAsserted(() -> assertThat(routing.agent(ALICE).places())
                .extracting(Agent.Place::conversation)
                .containsExactly(forgotten));
    }

    private ConversationId wait(int number) {
        return enqueue(new ConversationId("c" + number), 0);
    }

    private ConversationId enqueue(ConversationId id, int priority) {
        routing.enqueue(put(id, ConversationState.WAITING, priority, null));
        return id;
    }

    private Conversation put(ConversationId id, ConversationState state, int priority, @Nullable UserId agent) {
        var conversation = conversation(id, state, priority, agent);
        known.put(id, conversation);
        return conversation;
    }

    private Conversation conversation(
            ConversationId id, ConversationState state, int priority, @Nullable UserId agent) {
        clock.advance(Duration.ofMillis(1));
        var now = clock.instant();
        var assignee = agent == null ? null : new Party(agent.value(), agent.value());
        var page = new Party("100", "Café");
        var customer = new Conversation.Customer("1", "Zoé", null, null);
        return new Conversation(
                id,
                state,
                Channel.MESSENGER,
                page,
                customer,
                null,
                null,
                null,
                assignee,
                priority,
                now,
                now,
                null,
                null,
                null,
                now,
                null,
                null,
                null,
                Duration.ZERO,
                false,
                0,
                1,
                1);
    }
}
