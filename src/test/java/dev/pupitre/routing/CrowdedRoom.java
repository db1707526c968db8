package dev.pupitre.routing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.bson.Document;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Routing over a store that is full of conversations, nearly all of which wait.
 *
 * <p>Their documents are as long as real ones, and an assignment changes them under the same condition; their room
 * itself is left out, and with it the engine.
 */
final class CrowdedRoom {
    static final String CONVERSATIONS = "live";
    private static final int AT_ONCE = 500;
    private static final Duration NEVER = Duration.ofDays(1);

    final AtomicInteger assigned = new AtomicInteger();

    /** In microseconds, of those that were {@linkplain #watch watched}. */
    final Histogram delays = new ConcurrentHistogram(3);

    private final MongoTemplate mongo;
    private final Conversations conversations = mock(withSettings().stubOnly());
    private final Map<ConversationId, Long> begun = new ConcurrentHashMap<>();
    private final Queue<RoutingRoom.Gift> held = new ConcurrentLinkedQueue<>();
    private final Agents agents;
    private final Places places;
    private final WaitingQueue queue;
    private final Routing routing;

    CrowdedRoom(MongoTemplate mongo, int capacity) {
        this.mongo = mongo;
        mongo.indexOps(CONVERSATIONS).createIndex(new Index("conversationId", Sort.Direction.ASC).unique());
        var clock = Clock.systemUTC();
        var properties = new RoutingProperties(
                capacity, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, NEVER, Duration.ofMinutes(2), NEVER);
        Campaigns campaigns = CampaignsFixture.found(mock(withSettings().stubOnly()));
        given(campaigns.find(any()))
                .willReturn(Optional.of(CampaignFixture.campaign("default").build()));
        Teams teams = mock(withSettings().stubOnly());
        given(conversations.deal(any(), any(), any(), any()))
                .willAnswer(call -> deal(call.getArgument(0), call.getArgument(2)));
        given(conversations.get(any())).willAnswer(call -> conversation(call.getArgument(0), ConversationState.CLOSED));
        agents = new Agents(mongo, properties, clock);
        places = new Places(mongo, agents, clock);
        queue = new WaitingQueue(mongo);
        var admissions = new Admissions(mongo);
        var presences = new Presences(mock(LiveFeed.class, withSettings().stubOnly()));
        var choice = new Choice(campaigns, teams, properties, clock);
        var hours = mock(OpeningHours.class, withSettings().stubOnly());
        var rush = new OpeningRush(hours, conversations, clock);
        var dealer = new Dealer(agents, places, queue, choice, rush, conversations, admissions, presences, clock);
        var lastAgents = new LastAgents(mongo, conversations, properties, clock);
        routing = new Routing(agents, places, queue, dealer, choice, admissions, lastAgents, conversations, presences);
    }

    /** So many wait, the first one longest, before anybody is there. */
    void fill(int waiting) {
        var names = IntStream.range(0, waiting).mapToObj(number -> "c" + number).toList();
        for (int from = 0; from < waiting; from += AT_ONCE) {
            var some = names.subList(from, Math.min(waiting, from + AT_ONCE));
            mongo.insert(some.stream().map(CrowdedRoom::document).toList(), CONVERSATIONS);
            mongo.insert(some.stream().map(name -> entry(name, 0)).toList(), "waiting");
        }
        queue.add(entry(names.getFirst(), 0));
    }

    /** They come one after the other, and then are given what they have room for. */
    void come(int people) {
        IntStream.range(0, people)
                .mapToObj(number -> new UserId("agent-" + number))
                .forEach(agent -> agents.become(agent, agent.value(), Availability.ONLINE, false));
        routing.drain();
    }

    /** Its delay begins. */
    void watch(String name) {
        begun.put(new ConversationId(name), System.nanoTime());
    }

    boolean isAllGiven() {
        return begun.isEmpty();
    }

    /** Goes before all who are not as urgent, but leaves everybody with what they have. */
    void arrivesUrgently(String name) {
        mongo.insert(document(name), CONVERSATIONS);
        watch(name);
        queue.add(entry(name, 10));
    }

    /** Whoever was given a conversation first is done with it. */
    void closes() {
        var gift = held.remove();
        routing.on(new ConversationEvent.Closed(gift.conversation(), new Party(gift.agent(), gift.agent())));
    }

    private Optional<Conversation> deal(ConversationId id, UserId agent) {
        var changed = mongo.findAndModify(
                query(where("conversationId")
                        .is(id.value())
                        .and("state")
                        .is("WAITING")
                        .and("service.elsewhere")
                        .is(null)
                        .and("assignee._id")
                        .ne(agent.value())),
                new Update()
                        .set("state", "ASSIGNED")
                        .set("assignee", new Document("_id", agent.value()))
                        .inc("version", 1),
                FindAndModifyOptions.options().returnNew(true),
                Document.class,
                CONVERSATIONS);
        if (changed == null) {
            return Optional.empty();
        }
        var start = begun.remove(id);
        if (start != null) {
            delays.recordValue((System.nanoTime() - start) / 1000);
        }
        held.add(new RoutingRoom.Gift(id, agent.value()));
        assigned.incrementAndGet();
        return Optional.of(conversation(id, ConversationState.ASSIGNED));
    }

    private static QueueEntry entry(String name, int priority) {
        var since = Instant.EPOCH.plusSeconds(Long.parseLong(name.substring(1)));
        return QueueEntry.of(
                new ConversationId(name), Pool.members(RoutingRoom.DEFAULT), priority, since, since, null, null);
    }

    private static Document document(String name) {
        return new Document("_id", "m:100:" + name)
                .append("conversationId", name)
                .append("state", "WAITING")
                .append("version", 1)
                .append(
                        "messages",
                        IntStream.range(0, 10)
                                .mapToObj(number -> "x".repeat(150))
                                .toList());
    }

    private static Conversation conversation(ConversationId id, ConversationState state) {
        return ConversationFixture.conversation(id, state, 0, null, RoutingRoom.DEFAULT, Instant.EPOCH);
    }
}
