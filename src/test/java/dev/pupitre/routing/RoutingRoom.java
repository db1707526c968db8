package dev.pupitre.routing;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.Elsewhere;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Party;
import dev.pupitre.conversation.Progress;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One or several nodes' routing over one store, with conversations that are given once.
 *
 * <p>The conversations keep to what their room promises: each change says whether the conversation was in the state it
 * is meant for.
 */
final class RoutingRoom implements AutoCloseable {
    static final CampaignId DEFAULT = Campaign.CATCH_ALL;
    static final int CAPACITY = 2;

    final MovableClock clock = new MovableClock();
    final TestDatabase database = new TestDatabase();
    final Conversations conversations = mock();
    final Campaigns campaigns = CampaignsFixture.campaigns();
    final Teams teams = mock();
    final OpeningHours hours = mock();
    private final Map<CampaignId, Campaign> campaignsById = new ConcurrentHashMap<>();
    private final Map<String, Team> teamsById = new ConcurrentHashMap<>();
    final Map<ConversationId, Conversation> known = new ConcurrentHashMap<>();
    final Set<ConversationId> answered = ConcurrentHashMap.newKeySet();
    final Map<ConversationId, Target> released = new ConcurrentHashMap<>();
    final Set<ConversationId> waitedForOpening = ConcurrentHashMap.newKeySet();
    final Map<ConversationId, String> waitsFor = new ConcurrentHashMap<>();
    final List<Decision> decisions = new CopyOnWriteArrayList<>();
    final List<Gift> given = new CopyOnWriteArrayList<>();
    final Node node;
    private final RoutingProperties properties;

    RoutingRoom() {
        this(CAPACITY);
    }

    RoutingRoom(int capacity) {
        properties = settings(capacity);
        // By maps, as a drain may ask a node's threads while a test says what there is: a mock is not to be told then.
        given(campaigns.find(any())).willAnswer(call -> Optional.ofNullable(campaignsById.get(call.getArgument(0))));
        given(teams.find(any())).willAnswer(call -> Optional.ofNullable(teamsById.get(call.getArgument(0))));
        has(CampaignFixture.campaign("default"));
        conversationsAreGivenOnce();
        node = new Node();
    }

    static RoutingProperties settings(int capacity) {
        return new RoutingProperties(
                capacity,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofSeconds(60),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(2),
                Duration.ofDays(90));
    }

    /** A conversation that came to an agent. */
    record Gift(ConversationId conversation, String agent) {}

    /** What each node has of its own. */
    final class Node {
        final Agents agents;
        final Places places;
        final WaitingQueue queue = new WaitingQueue(database.template());
        final Admissions admissions = new Admissions(database.template());
        final LastAgents lastAgents = new LastAgents(database.template(), conversations, properties, clock);
        final Presences presences = new Presences(mock(LiveFeed.class));
        final Choice choice = new Choice(campaigns, teams, properties, clock);
        final Dealer dealer;
        final Routing routing;
        final Returns returns;
        final Shifts shifts;
        final Attendance attendance;
        final Reconciliation reconciliation;

        Node() {
            this(clock);
        }

        /** A node whose clock is not quite that of the others. */
        Node(Clock own) {
            agents = new Agents(database.template(), properties, own);
            places = new Places(database.template(), agents, own);
            var rush = new OpeningRush(hours, conversations, own);
            dealer = new Dealer(agents, places, queue, choice, rush, conversations, admissions, presences, own);
            routing = new Routing(
                    agents, places, queue, dealer, choice, admissions, lastAgents, conversations, presences);
            returns = new Returns(places, dealer, conversations, presences, properties, own);
            shifts = new Shifts(agents, returns, dealer, presences);
            attendance = new Attendance(agents, shifts, properties, own);
            reconciliation = new Reconciliation(places, queue, admissions, routing, conversations, properties, own);
        }
    }

    void has(CampaignFixture campaign) {
        var built = campaign.build();
        campaignsById.put(built.id(), built);
    }

    void has(Team team) {
        teamsById.put(team.id(), team);
    }

    static Caller agent(String id) {
        return new Caller(new UserId(id), id, Set.of(Role.AGENT));
    }

    Agent online(String agent) {
        return node.shifts.become(agent(agent), Availability.ONLINE, false);
    }

    Agent offline(String agent) {
        return node.shifts.become(agent(agent), Availability.OFFLINE, false);
    }

    /** The place is the conversation's; the conversation is not the agent's yet. */
    void reserve(String agent, QueueEntry entry) {
        var gift = new Plan.Gift(
                entry, node.agents.find(agent).orElseThrow(), node.choice.campaign(entry.campaign()), Plan.Turns.ANY);
        assertThat(node.places.reserve(gift, node.places.nextTurns(0, 1), null)).isPresent();
    }

    List<ConversationId> placesOf(String agent) {
        return node.shifts.agent(agent(agent)).places().stream()
                .map(Agent.Place::conversation)
                .toList();
    }

    ConversationId arrives(String id) {
        return arrives(id, Pool.members(DEFAULT), 0);
    }

    ConversationId arrives(String id, Pool pool, int priority) {
        return arrives(node, id, pool, priority, null);
    }

    ConversationId arrives(Node at, String name, Pool pool, int priority, @Nullable String expertise) {
        var id = new ConversationId(name);
        var waiting = put(conversation(id, ConversationState.WAITING, priority, null, pool.campaign()));
        at.routing.enqueue(waiting, pool, expertise);
        return id;
    }

    private void conversationsAreGivenOnce() {
        given(conversations.get(any())).willAnswer(call -> found(call.getArgument(0)));
        given(conversations.isAnswered(any())).willAnswer(call -> answered.contains(call.getArgument(0)));
        given(conversations.progress(any())).willAnswer(call -> progress(call.getArgument(0)));
        given(conversations.deal(any(), any(), any(), any())).willAnswer(call -> {
            ConversationId id = call.getArgument(0);
            var waits = Optional.ofNullable(known.get(id))
                    .filter(conversation -> call.getArgument(1).equals(conversation.queuedAt()))
                    .filter(conversation -> conversation.elsewhere() == null);
            return waits.flatMap(conversation -> give(id, call.getArgument(2)));
        });
        given(conversations.heldSince(any())).willAnswer(call -> held());
        given(conversations.assign(any(), any(), any()))
                .willAnswer(call -> give(call.getArgument(0), call.getArgument(1)));
        given(conversations.takeOver(any(), any(), any(), any())).willAnswer(call -> {
            ConversationId id = call.getArgument(0);
            UserId from = call.getArgument(1);
            return isWith(id, from.value())
                    ? change(id, ConversationState.ASSIGNED, ConversationState.ASSIGNED, call.getArgument(2))
                    : Optional.empty();
        });
        given(conversations.release(any(), any(UserId.class), any(), any(), any()))
                .willAnswer(call -> release(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
        given(conversations.giveBack(any(), any(), any(), any()))
                .willAnswer(call -> release(call.getArgument(0), call.getArgument(1), call.getArgument(2)));
    }

    private Conversation found(ConversationId id) {
        return Optional.ofNullable(known.get(id)).orElseThrow(() -> new ConversationNotFound(id));
    }

    /** As its process, which has heard of all, finds it. */
    private Progress progress(ConversationId id) {
        return new Progress(
                found(id),
                null,
                released.containsKey(id),
                waitedForOpening.contains(id),
                waitsFor.get(id),
                List.copyOf(decisions));
    }

    private Optional<Conversation> release(ConversationId id, UserId from, Target target) {
        if (!isWith(id, from.value())) {
            return Optional.empty();
        }
        var free = change(id, ConversationState.ASSIGNED, ConversationState.NEW, null);
        free.ifPresent(conversation -> released.put(id, target));
        return free;
    }

    /** As its process queues it; empty when it is over. */
    Optional<Conversation> queue(ConversationId id) {
        var before = the(id);
        return change(id, ConversationState.NEW, ConversationState.WAITING, null)
                .or(() -> Optional.of(before).filter(same -> same.state() != ConversationState.CLOSED));
    }

    private boolean isWith(ConversationId id, String agent) {
        return Optional.ofNullable(known.get(id))
                .map(Conversation::assignee)
                .map(Party::id)
                .equals(Optional.of(agent));
    }

    private Map<ConversationId, UserId> held() {
        return known.values().stream()
                .filter(conversation -> conversation.state() == ConversationState.ASSIGNED)
                .collect(toMap(
                        Conversation::id,
                        conversation -> new UserId(
                                requireNonNull(conversation.assignee()).id())));
    }

    private Optional<Conversation> give(ConversationId id, UserId agent) {
        var changed = change(id, ConversationState.WAITING, ConversationState.ASSIGNED, agent);
        changed.ifPresent(conversation -> given.add(new Gift(id, agent.value())));
        return changed;
    }

    private Optional<Conversation> change(
            ConversationId id, ConversationState from, ConversationState to, @Nullable UserId agent) {
        var changed = new Conversation[1];
        known.computeIfPresent(id, (same, before) -> {
            if (before.state() != from) {
                return before;
            }
            changed[0] = conversation(id, to, before.priority(), agent, before.campaign());
            return changed[0];
        });
        return Optional.ofNullable(changed[0]);
    }

    Conversation put(Conversation conversation) {
        known.put(conversation.id(), conversation);
        return conversation;
    }

    /** Another application answers, or none does any more. */
    Conversation answeredElsewhere(ConversationId id, boolean elsewhere) {
        return put(ConversationFixture.elsewhere(the(id), elsewhere ? new Elsewhere("app-2", clock.instant()) : null));
    }

    /** As it is now. */
    Conversation the(ConversationId id) {
        return requireNonNull(known.get(id));
    }

    void over(ConversationId id) {
        var before = known.get(id);
        put(conversation(id, ConversationState.CLOSED, 0, null, before == null ? null : before.campaign()));
    }

    Conversation conversation(
            ConversationId id,
            ConversationState state,
            int priority,
            @Nullable UserId agent,
            @Nullable CampaignId campaign) {
        clock.advance(Duration.ofMillis(1));
        return ConversationFixture.conversation(id, state, priority, agent, campaign, clock.instant());
    }

    @Override
    public void close() {
        database.close();
    }
}
