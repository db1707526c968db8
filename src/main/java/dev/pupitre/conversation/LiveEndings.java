package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** How open conversations end, or do not, as the customer writes at the last moment. */
@Repository
class LiveEndings {
    private final LiveConversations live;

    LiveEndings(LiveConversations live) {
        this.live = live;
    }

    /** Lets it be closed, unless more of the customer's messages are unanswered than the agent has seen. */
    Optional<StoredConversation> resolve(ConversationId id, String agent, int seen, String ref, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.ASSIGNED)
                        .and("assignee._id")
                        .is(agent)
                        .and("unanswered")
                        .lte(seen),
                closing(ref, now).push("due", new Due(Due.Kind.RESOLVED, ref, now)));
    }

    /** Lets one be closed that waits for an agent, unless this wait is over or another application answers. */
    Optional<StoredConversation> resolveWaiting(ConversationId id, Instant queuedAt, String ref, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.WAITING)
                        .and("queuedAt")
                        .is(queuedAt)
                        .and("service.elsewhere")
                        .is(null),
                closing(ref, now).push("due", new Due(Due.Kind.RESOLVED, ref, now)));
    }

    /** Lets an idle one be closed, unless something has happened in it since. */
    Optional<StoredConversation> resolveIdle(StoredConversation idle, String ref, Instant now) {
        return live.change(
                LiveSweeps.quiet()
                        .and("conversationId")
                        .is(idle.conversationId())
                        .and("lastActivityAt")
                        .is(idle.lastActivityAt())
                        .and("assignedAt")
                        .is(idle.assignedAt()),
                closing(ref, now).push("due", new Due(Due.Kind.IDLE, ref, now)));
    }

    private static Update closing(String ref, Instant now) {
        return new Update()
                .set("state", ConversationState.CLOSING)
                .set("resolution", ref)
                .set("since", 0)
                .set("lastActivityAt", now)
                .set("course.trail.resolvedAt", now);
    }

    /** Gives the conversation back to its agent if the customer wrote after this "resolve". */
    Optional<StoredConversation> reopen(ConversationId id, String resolution) {
        return live.change(
                LiveConversations.inState(id, ConversationState.CLOSING)
                        .and("resolution")
                        .is(resolution)
                        .and("since")
                        .gt(0),
                new Update().set("state", ConversationState.ASSIGNED).set("reopened", resolution));
    }

    /** Its agent takes this "resolve" back, which the process then hears of as if the customer had written. */
    Optional<StoredConversation> takeBack(ConversationId id, String agent, String resolution, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.CLOSING)
                        .and("assignee._id")
                        .is(agent)
                        .and("resolution")
                        .is(resolution),
                new Update()
                        .set("state", ConversationState.ASSIGNED)
                        .set("reopened", resolution)
                        .set("lastActivityAt", now));
    }

    /** Closes it if the customer has not written since this "resolve". */
    Optional<StoredConversation> close(ConversationId id, String resolution, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.CLOSING)
                        .and("resolution")
                        .is(resolution)
                        .and("since")
                        .is(0),
                over(ConversationState.CLOSED, now));
    }

    /** Ends a new one as ignored, if the customer wrote no more than so many messages. */
    Optional<StoredConversation> ignore(ConversationId id, int heard, @Nullable Led led, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.NEW)
                        .and("since")
                        .lte(heard),
                led == null ? over(ConversationState.IGNORED, now) : led.noteIn(over(ConversationState.IGNORED, now)));
    }

    /** Ends it whatever the customer wrote, unless it was handed on since this round. */
    Optional<StoredConversation> end(ConversationId id, @Nullable Integer round, Instant now) {
        return live.change(
                LiveConversations.isOpen(id).and("course.round").is(round), over(ConversationState.CLOSED, now));
    }

    /** Ends one whose customer has not written what its process waits for. */
    Optional<StoredConversation> endAwaited(ConversationId id, Instant now) {
        return live.change(
                LiveConversations.inState(id, ConversationState.NEW)
                        .and("course.awaited")
                        .is(true),
                over(ConversationState.CLOSED, now));
    }

    /**
     * Ends it if it is open, as its customer is to be forgotten; nothing of it is sent or told to its process any more.
     *
     * @return the conversation if it is still here, over by now
     */
    Optional<StoredConversation> erase(ConversationId id, Instant now) {
        return live.change(
                        LiveConversations.isOpen(id),
                        over(ConversationState.CLOSED, now)
                                .set("resolution", StoredConversation.ERASED)
                                .set("due", List.of()))
                .or(() -> live.find(id));
    }

    private static Update over(ConversationState as, Instant now) {
        return new Update().set("state", as).set("closedAt", now).set("lastActivityAt", now);
    }
}
