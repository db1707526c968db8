package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What its process makes of an open conversation: its campaign, the decisions about it, the queue, the waits. */
@Repository
class LiveCourse {
    private static final String ANSWERED = "service.firstResponseAt";

    private final LiveConversations live;

    LiveCourse(LiveConversations live) {
        this.live = live;
    }

    /**
     * @param round in which its process is: what was handed on since is queued when the process has heard of it
     * @param team which it waits for; null for others
     * @param due until when a human is to answer first; who was queued before keeps the earlier time
     */
    Optional<StoredConversation> queue(
            ConversationId id,
            CampaignId campaign,
            int priority,
            @Nullable Integer round,
            @Nullable String team,
            @Nullable Instant due,
            Instant now) {
        return queueUnanswered(id, campaign, priority, round, team, due, now)
                .or(() -> live.change(
                        inRound(id, ConversationState.NEW, round).and(ANSWERED).ne(null),
                        waiting(campaign, priority, team, null, now)));
    }

    /** The same, and empty where somebody has answered. */
    Optional<StoredConversation> queueUnanswered(
            ConversationId id,
            CampaignId campaign,
            int priority,
            @Nullable Integer round,
            @Nullable String team,
            @Nullable Instant due,
            Instant now) {
        return live.change(
                inRound(id, ConversationState.NEW, round).and(ANSWERED).is(null),
                waiting(campaign, priority, team, due, now));
    }

    /** It waits already, but for others than these. */
    Optional<StoredConversation> waitsFor(ConversationId id, @Nullable Integer round, @Nullable String team) {
        return live.change(
                inRound(id, ConversationState.WAITING, round).and("course.team").ne(team), forTeam(new Update(), team));
    }

    private static Criteria inRound(ConversationId id, ConversationState state, @Nullable Integer round) {
        return LiveConversations.inState(id, state).and("course.round").is(round);
    }

    /** That it is no team is written, too: what an earlier version queued has nothing there. */
    private static Update forTeam(Update update, @Nullable String team) {
        return update.set("course.team", team);
    }

    /** Who had it before it was handed on is not told to its process any more. */
    private static Update waiting(
            CampaignId campaign, int priority, @Nullable String team, @Nullable Instant due, Instant now) {
        var update = Stretches.queued(new Update(), campaign, now)
                .set("state", ConversationState.WAITING)
                .set("campaign", campaign)
                .set("priority", priority)
                .set("queuedAt", now)
                .set("course.awaited", false)
                .unset("course.opensAt")
                .pull("due", query(where("kind").in(Due.Kind.ASSIGNED, Due.Kind.AGENT_CHANGED)));
        forTeam(update, team);
        return due == null ? update : update.min("service.firstResponseDueAt", due);
    }

    /** Its campaign is known, and what was decided; none where no campaign takes it. */
    Optional<StoredConversation> prepared(
            ConversationId id, @Nullable CampaignId campaign, List<Decision> decisions, @Nullable Led led) {
        return prepared(LiveConversations.inState(id, ConversationState.NEW), campaign, decisions, led);
    }

    /** The same where no campaign has it yet, and nothing was decided before. */
    Optional<StoredConversation> preparedFirst(
            ConversationId id, @Nullable CampaignId campaign, List<Decision> decisions, @Nullable Led led) {
        var untouched = LiveConversations.inState(id, ConversationState.NEW)
                .and("campaign")
                .is(null)
                .and("course.decisions")
                .size(0);
        return prepared(untouched, campaign, decisions, led);
    }

    private Optional<StoredConversation> prepared(
            Criteria which, @Nullable CampaignId campaign, List<Decision> decisions, @Nullable Led led) {
        var update = new Update()
                .set("course.decisions", decisions)
                .unset("course.opensAt")
                .pull("due", LiveConversations.START);
        if (led != null) {
            led.noteIn(update);
        }
        return live.change(which, campaign == null ? update : update.set("campaign", campaign));
    }

    Optional<StoredConversation> decided(ConversationId id, List<Decision> decisions) {
        return live.change(LiveConversations.isOpen(id), new Update().set("course.decisions", decisions));
    }

    /** The customer waits for the next answer until then. */
    void nextResponseDue(ConversationId id, Instant due) {
        live.change(
                LiveConversations.isOpen(id)
                        .and("unanswered")
                        .gt(0)
                        .and("service.nextResponseDueAt")
                        .is(null),
                new Update().set("service.nextResponseDueAt", due));
    }

    /** It waits for the desk to open. */
    Optional<StoredConversation> waitsFor(ConversationId id, Instant opening) {
        return live.change(
                LiveConversations.inState(id, ConversationState.NEW),
                new Update().set("course.opensAt", opening).set("course.waitedForOpening", true));
    }

    void markLost(ConversationId id, Instant now) {
        live.change(
                LiveConversations.inState(id, ConversationState.WAITING)
                        .and("service.firstResponseAt")
                        .is(null)
                        .and("service.lostAt")
                        .is(null),
                new Update().set("service.lostAt", now));
    }

    /** The process waits for the customer's next message, unless there are more than it has heard. */
    Optional<StoredConversation> await(ConversationId id, int heard) {
        return live.change(
                LiveConversations.inState(id, ConversationState.NEW)
                        .and("since")
                        .lte(heard),
                new Update().set("course.awaited", true));
    }
}
