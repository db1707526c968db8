package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Who has an open conversation: given to an agent, taken over, handed on. */
@Repository
class LiveHands {
    private final LiveConversations live;

    LiveHands(LiveConversations live) {
        this.live = live;
    }

    /** Gives it to an agent out of the queue, but not while another application answers. */
    Optional<StoredConversation> deal(ConversationId id, Instant queuedAt, Party agent, String ref, Instant now) {
        var here = LiveConversations.inState(id, ConversationState.WAITING)
                .and("queuedAt")
                .is(queuedAt)
                .and("service.elsewhere")
                .is(null);
        return live.change(
                here.and("assignee._id").ne(agent.id()), to(agent, Due.Kind.ASSIGNED, ref, now, new Update()));
    }

    Optional<StoredConversation> assign(ConversationId id, Party agent, String ref, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.WAITING)
                        .and("assignee._id")
                        .ne(agent.id()),
                to(agent, Due.Kind.ASSIGNED, ref, now, new Update()));
    }

    /** Out of another agent's hands; the line says so in the transcript. */
    Optional<StoredConversation> takeOver(
            ConversationId id, UserId from, Party agent, StoredMessage line, String ref, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.ASSIGNED)
                        .and("assignee._id")
                        .is(from.value()),
                to(agent, Due.Kind.AGENT_CHANGED, ref, now, LiveConversations.append(line, now)));
    }

    private static Update to(Party agent, Due.Kind kind, String ref, Instant now, Update update) {
        return Stretches.given(update, agent.id(), now)
                .set("state", ConversationState.ASSIGNED)
                .set("assignee", agent)
                .set("assignedAt", now)
                .push("due", new Due(kind, ref, now));
    }

    /** Takes it out of the queue, or from its process, which has to have decided about it once. */
    Optional<StoredConversation> release(ConversationId id, Target target, StoredMessage line, Instant now) {
        var decided = LiveConversations.byId(id)
                .and("state")
                .in(ConversationState.NEW, ConversationState.WAITING)
                .and("campaign")
                .ne(null);
        return release(decided, target, line, now);
    }

    /** Takes it out of this agent's hands. */
    Optional<StoredConversation> release(
            ConversationId id, UserId from, Target target, StoredMessage line, Instant now) {
        var theirs = LiveConversations.inState(id, ConversationState.ASSIGNED)
                .and("assignee._id")
                .is(from.value());
        return release(theirs, target, line, now);
    }

    private Optional<StoredConversation> release(Criteria from, Target target, StoredMessage line, Instant now) {
        var update = Stretches.released(LiveConversations.append(line, now), now)
                .set("state", ConversationState.NEW)
                .unset("assignee")
                .unset("assignedAt")
                .unset("queuedAt")
                .set("course.target", target)
                .inc("course.round", 1)
                .set("course.awaited", false)
                .unset("course.opensAt")
                .unset("service.automation.outcome")
                .set("service.automation.turns", 0)
                .push("due", new Due(Due.Kind.RELEASED, line.id().value(), now));
        if (target.kind() == Target.Kind.AI) {
            // It has no service level: what humans owe begins anew when it hands the conversation off.
            Stretches.forgetFirstQueue(
                    update.unset("service.firstResponseDueAt").unset("service.nextResponseDueAt"));
        }
        if (target.priority() != null) {
            update.set("priority", target.priority());
        }
        if (target.kind() == Target.Kind.CAMPAIGN && target.id() != null) {
            update.set("campaign", new CampaignId(target.id()));
        }
        return live.change(from, update);
    }
}
