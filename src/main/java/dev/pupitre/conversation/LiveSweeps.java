package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
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

    /** The agents' conversations of a campaign in which nobody has written since, and the customer waits for nothing. */
    List<StoredConversation> idleSince(CampaignId campaign, Instant instant) {
        return mongo.find(
                query(idle(campaign, instant)).limit(LiveConversations.SWEPT_AT_ONCE),
                StoredConversation.class,
                LiveConversations.COLLECTION);
    }

    static Criteria idle(CampaignId campaign, Instant before) {
        return where("state")
                .is(ConversationState.ASSIGNED)
                .and("campaign")
                .is(campaign)
                .and("unanswered")
                .is(0)
                .and("service.elsewhere")
                .is(null)
                .and("lastActivityAt")
                .lt(before);
    }
}
