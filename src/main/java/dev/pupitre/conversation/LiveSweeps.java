package dev.pupitre.conversation;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** What those ask who look through the open conversations from time to time. */
@Repository
class LiveSweeps {
    private final MongoTemplate mongo;

    LiveSweeps(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Some of those that have had something to do since before this instant, by thread from behind this one on. */
    List<StoredConversation> withDueBefore(Instant instant, @Nullable StoredConversation after) {
        var overdue = where("due.since").lt(instant);
        return mongo.find(
                query(after == null ? overdue : overdue.and("_id").gt(after.id()))
                        .with(Sort.by("_id"))
                        .limit(LiveConversations.SWEPT_AT_ONCE),
                StoredConversation.class,
                LiveConversations.COLLECTION);
    }

    List<ConversationId> waitingSince(Instant instant) {
        record Only(ConversationId conversationId) {}
        var waiting = where("state")
                .is(ConversationState.WAITING)
                .and("service.elsewhere")
                .is(null)
                .and("queuedAt")
                .lt(instant);
        var query = query(waiting);
        query.fields().include("conversationId").exclude("_id");
        return mongo.find(query, Only.class, LiveConversations.COLLECTION).stream()
                .map(Only::conversationId)
                .toList();
    }

    /** Whether any of the campaign's has waited for the opening that was before this instant, and is not queued yet. */
    boolean areComing(CampaignId campaign, Instant now) {
        var coming = where("state")
                .is(ConversationState.NEW)
                .and("campaign")
                .is(campaign)
                .and("course.waitedForOpening")
                .is(true)
                .and("course.opensAt")
                .not()
                .gt(now)
                .and("course.target")
                .is(null)
                .and("service.automation.heard")
                .is(null);
        return mongo.exists(query(coming), StoredConversation.class, LiveConversations.COLLECTION);
    }

    Map<ConversationId, UserId> heldSince(Instant instant) {
        record Only(ConversationId conversationId, Party assignee) {}
        var held = where("state")
                .in(ConversationState.ASSIGNED, ConversationState.CLOSING)
                .and("assignedAt")
                .lt(instant);
        var query = query(held);
        query.fields().include("conversationId", "assignee").exclude("_id");
        return mongo.find(query, Only.class, LiveConversations.COLLECTION).stream()
                .collect(toMap(
                        Only::conversationId, only -> new UserId(only.assignee().id())));
    }

    /**
     * The agents' conversations in which nobody has written for long, and the customer waits for nothing; not what an agent
     * has been given since.
     *
     * @param before by campaign, the time since which somebody should have written
     * @param others the same for campaigns that are not there any more; null for no limit
     */
    List<StoredConversation> idle(Map<CampaignId, Instant> before, @Nullable Instant others, Set<CampaignId> known) {
        var limits = new ArrayList<Criteria>();
        before.forEach(
                (campaign, instant) -> limits.add(untouched(where("campaign").is(campaign), instant)));
        if (others != null) {
            limits.add(untouched(where("campaign").nin(known), others));
        }
        return limits.isEmpty()
                ? List.of()
                : mongo.find(
                        query(quiet().orOperator(limits)).limit(LiveConversations.SWEPT_AT_ONCE),
                        StoredConversation.class,
                        LiveConversations.COLLECTION);
    }

    private static Criteria untouched(Criteria conversations, Instant before) {
        return conversations.and("lastActivityAt").lt(before).and("assignedAt").lt(before);
    }

    /** In an agent's hands, and it is not for us to write. */
    static Criteria quiet() {
        return where("state")
                .is(ConversationState.ASSIGNED)
                .and("unanswered")
                .is(0)
                .and("service.elsewhere")
                .is(null);
    }
}
