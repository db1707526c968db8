package dev.pupitre.conversation;

import static java.util.stream.Collectors.groupingBy;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** How the open conversations stand, all of them at once and without what was said in them. */
@Component
public class Overview {
    /**
     * What there is of one of them to count.
     *
     * @param assignee who has it, by id
     */
    public record Running(
            ConversationId id,
            ConversationState state,
            @Nullable CampaignId campaign,
            @Nullable String assignee,
            @Nullable Instant firstResponseAt,
            @Nullable Instant firstResponseDueAt,
            @Nullable Instant lostAt) {}

    /**
     * What waits to be sent for a Page.
     *
     * @param threads to how many customers
     * @param retried to how many of them it was tried without success
     */
    public record Unsent(PageId page, int threads, int messages, int retried) {}

    private record Received(Instant storedAt) {}

    private record Excerpt(
            ConversationId conversationId,
            ConversationState state,
            @Nullable CampaignId campaign,
            @Nullable Party assignee,
            @Nullable Service service) {
        Running view() {
            var served = service == null ? Service.NEW : service;
            return new Running(
                    conversationId,
                    state,
                    campaign,
                    assignee == null ? null : assignee.id(),
                    served.firstResponseAt(),
                    served.firstResponseDueAt(),
                    served.lostAt());
        }
    }

    private final MongoTemplate mongo;
    private final Watchdog watchdog;

    Overview(MongoTemplate mongo, Watchdog watchdog) {
        this.mongo = mongo;
        this.watchdog = watchdog;
    }

    /** The conversations that are not over. */
    public List<Running> running() {
        var open = Query.query(LiveConversations.isOpen());
        open.fields().include("conversationId", "state", "campaign", "assignee", "service");
        return mongo.find(open, Excerpt.class, LiveConversations.COLLECTION).stream()
                .map(Excerpt::view)
                .toList();
    }

    /** The Pages for which something waits to be sent. */
    public List<Unsent> unsent() {
        var lanes = mongo.findAll(OutboxLane.class, OutboxLanes.COLLECTION);
        return lanes.stream().collect(groupingBy(OutboxLane::page)).values().stream()
                .map(Overview::sum)
                .sorted(Comparator.comparing(unsent -> unsent.page().value()))
                .toList();
    }

    /** Since when the oldest event waits that could be worked on; without those that wait for the message they are about. */
    public Optional<Instant> inboundSince(Instant now) {
        var ready = new Criteria()
                .orOperator(
                        Criteria.where("notBefore").is(null),
                        Criteria.where("notBefore").lte(now));
        var oldest = new Query(ready).with(Sort.by("storedAt")).limit(1);
        oldest.fields().include("storedAt");
        return Optional.ofNullable(mongo.findOne(oldest, Received.class, Inbox.COLLECTION))
                .map(Received::storedAt);
    }

    private static Unsent sum(List<OutboxLane> lanes) {
        var messages = lanes.stream().mapToInt(lane -> lane.items().size()).sum();
        var retried = (int) lanes.stream().filter(lane -> lane.attempts() > 0).count();
        return new Unsent(lanes.getFirst().page(), lanes.size(), messages, retried);
    }

    /** How many conversations do not move though they should, as this node's last look found them. */
    public int stuck() {
        return watchdog.stuck().size();
    }
}
