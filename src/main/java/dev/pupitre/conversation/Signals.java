package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells a conversation's process what the desk decided, after the decision is stored.
 *
 * <p>A process hears each of these at least once and takes it once: the engine knows the message's id while it keeps
 * the message, and no step of the model waits for one it has had.
 */
@Component
class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    /** Variables of {@code agent-assigned} and {@code agent-changed}. */
    record Assigned(String assignee) {}

    /** Variables of {@code agent-resolved} and {@code conversation-idle}. */
    record Resolved(String resolution) {}

    /** Who is to answer, in the words of the table {@code routing}. */
    record Route(
            String target,
            @Nullable String team,
            @Nullable String agent,
            @Nullable String expertise,
            int priority) {}

    /**
     * Variables of {@code conversation-released}: who answers from now on, and by which limits.
     *
     * @param round what is said of an earlier one is not meant for this one
     */
    record Released(
            Route routing,
            @Nullable CampaignId campaign,
            @Nullable Integer round,
            String chatTime,
            String idle) {}

    /** Variables of {@code customer-message}: what the customer wrote is in the store. */
    record Wrote() {}

    private final Lanes lanes = new Lanes("signals");
    private final Engine engine;
    private final LiveConversations live;
    private final TakenStarts starts;
    private final StartFacts startFacts;
    private final Campaigns campaigns;
    private final BeginningAgain beginningAgain;
    private final ConversationProperties properties;

    Signals(
            Engine engine,
            LiveConversations live,
            TakenStarts starts,
            StartFacts startFacts,
            Campaigns campaigns,
            BeginningAgain beginningAgain,
            ConversationProperties properties) {
        this.engine = engine;
        this.live = live;
        this.starts = starts;
        this.startFacts = startFacts;
        this.campaigns = campaigns;
        this.beginningAgain = beginningAgain;
        this.properties = properties;
    }

    /** Publishes what is due for the engine, soon and in order; what the engine does not take now stays due. */
    void handOn(StoredConversation conversation) {
        for (var due : conversation.due()) {
            if (due.kind().isForEngine()) {
                lanes.submit(conversation.thread(), () -> publish(conversation, due));
            }
        }
    }

    /** Tells a process that waits for what the customer writes; all else that is due is under way. */
    void handOnAwaited(StoredConversation conversation, MessageId message) {
        conversation.due().stream()
                .filter(due ->
                        due.kind() == Due.Kind.CUSTOMER_WROTE && due.ref().equals(message.value()))
                .forEach(due -> lanes.submit(conversation.thread(), () -> publish(conversation, due)));
    }

    /** Publishes again what has been due for a while, unless that is being tried at this moment. */
    void handOnAgain(StoredConversation conversation) {
        lanes.submitIfIdle(
                conversation.thread(),
                () -> conversation.due().stream()
                        .filter(due -> due.kind().isForEngine())
                        .forEach(due -> publish(conversation, due)));
    }

    /**
     * Leads the process of an erased conversation to its end the way a resolved one goes; one that has not queued the
     * conversation yet finds for itself that it is over.
     *
     * @throws EngineUnavailable when the engine does not take it now
     */
    void end(StoredConversation erased) {
        if (erased.queuedAt() == null && erased.campaign() != null) {
            var ref = new Due(Due.Kind.RELEASED, StoredConversation.ERASED, erased.lastActivityAt());
            engine.publish(message("conversation-released", erased.conversationId(), ref, released(erased)));
        }
        if (erased.queuedAt() != null) {
            var id = erased.conversationId();
            var ref = StoredConversation.ERASED;
            var assigned = new Due(Due.Kind.ASSIGNED, ref + "-assigned", erased.lastActivityAt());
            var resolved = new Due(Due.Kind.RESOLVED, ref, erased.lastActivityAt());
            engine.publish(inRound("agent-assigned", erased, assigned, new Assigned("")));
            engine.publish(message("agent-resolved", id, resolved, new Resolved(ref)));
        }
    }

    private void publish(StoredConversation conversation, Due due) {
        try {
            if (due.kind() == Due.Kind.BEGIN_AGAIN) {
                beginningAgain.publish(conversation, due);
            } else if (!isPast(conversation, due)) {
                engine.publish(messageFor(conversation, due));
            }
            done(conversation, due);
        } catch (EngineUnavailable later) {
            LOG.debug("{} of {} waits for the engine", due.kind(), conversation.conversationId(), later);
        }
    }

    private void done(StoredConversation conversation, Due due) {
        switch (due.kind()) {
            case START -> starts.add(conversation.conversationId());
            case BEGIN_AGAIN -> live.done(conversation.thread(), due);
            default -> live.told(conversation.thread(), due);
        }
    }

    /** It was given to somebody, and has been handed on since. */
    private static boolean isPast(StoredConversation conversation, Due due) {
        return (due.kind() == Due.Kind.ASSIGNED || due.kind() == Due.Kind.AGENT_CHANGED)
                && conversation.assignee() == null;
    }

    private EngineMessage messageFor(StoredConversation conversation, Due due) {
        return switch (due.kind()) {
            case START ->
                message("conversation-started", conversation.conversationId(), null, startFacts.of(conversation, due));
            case ASSIGNED -> inRound("agent-assigned", conversation, due, assigned(conversation));
            case AGENT_CHANGED -> inRound("agent-changed", conversation, due, assigned(conversation));
            case RESOLVED -> message("agent-resolved", conversation.conversationId(), due, new Resolved(due.ref()));
            case RELEASED ->
                message("conversation-released", conversation.conversationId(), due, released(conversation));
            case IDLE -> message("conversation-idle", conversation.conversationId(), due, new Resolved(due.ref()));
            case CUSTOMER_WROTE -> message("customer-message", conversation.conversationId(), due, new Wrote());
            case BEGIN_AGAIN, SEND, FETCH ->
                throw new IllegalArgumentException("Expected one message for the engine, but got " + due);
        };
    }

    private static Assigned assigned(StoredConversation conversation) {
        var assignee = conversation.assignee();
        return new Assigned(assignee == null ? "" : assignee.id());
    }

    /** To whom it was handed on last. */
    static Route route(StoredConversation conversation) {
        var target = Objects.requireNonNullElse(conversation.course().target(), Target.queue());
        return new Route(
                switch (target.kind()) {
                    case AGENT -> "agent";
                    case TEAM -> "team";
                    case AI -> "ai";
                    case CAMPAIGN, QUEUE -> "members";
                },
                target.kind() == Target.Kind.TEAM ? target.id() : null,
                target.kind() == Target.Kind.AGENT ? target.id() : null,
                target.expertise(),
                conversation.priority());
    }

    private Released released(StoredConversation conversation) {
        var timers = Optional.ofNullable(conversation.campaign())
                .flatMap(campaigns::find)
                .map(ProcessTimers::of)
                .orElse(ProcessTimers.NONE);
        var round = conversation.course().round();
        return new Released(route(conversation), conversation.campaign(), round, timers.chatTime(), timers.idle());
    }

    /** What the process hears only in the round it is meant for: who had it before it was handed on is past. */
    private EngineMessage inRound(String name, StoredConversation conversation, Due due, Object variables) {
        var id = conversation.conversationId();
        var round = conversation.course().round();
        var key = round == null ? id.value() : id + ":" + round;
        return new EngineMessage(name, key, id + ":" + due.ref(), properties.signalTimeToLive(), variables);
    }

    private EngineMessage message(String name, ConversationId id, @Nullable Due due, Object variables) {
        var messageId = due == null ? id.value() : id + ":" + due.ref();
        return new EngineMessage(name, id.value(), messageId, properties.signalTimeToLive(), variables);
    }
}
