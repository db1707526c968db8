package dev.pupitre.conversation;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends the process of a conversation, if there is one, and has another begin: from the start where nobody has had to do
 * with it yet, else where the conversation is.
 *
 * <p>The engine has one active instance for a conversation at most: a message that starts another is kept until the
 * first has ended. So this may be repeated, and done by several at once, in any order.
 */
@Component
class BeginningAgain {
    /** Variables of {@code conversation-begin-again}, of which the process needs none. */
    record Nothing() {}

    /**
     * Variables of {@code conversation-taken-up}.
     *
     * @param round in which it is: what is said of it is heard in no other
     */
    record TakenUp(ConversationId conversationId, @Nullable Integer round) {}

    private final Engine engine;
    private final LiveConversations live;
    private final StartFacts startFacts;
    private final ConversationProperties properties;

    BeginningAgain(Engine engine, LiveConversations live, StartFacts startFacts, ConversationProperties properties) {
        this.engine = engine;
        this.live = live;
        this.startFacts = startFacts;
        this.properties = properties;
    }

    /** @throws EngineUnavailable when the engine does not take all of it now; then all of it is to be done again */
    void publish(StoredConversation conversation, Due due) {
        var id = conversation.conversationId();
        // Each try has ids of its own: the end that comes with it would end what an earlier try began.
        var tried = due.ref() + ":" + UUID.randomUUID();
        engine.publish(message("conversation-begin-again", id, tried + ":end", Duration.ZERO, new Nothing()));
        if (Stuck.isUnderWay(conversation)) {
            var takenUp = new TakenUp(id, conversation.course().round());
            engine.publish(message("conversation-taken-up", id, tried, properties.signalTimeToLive(), takenUp));
            resolveAgain(id, tried);
        } else {
            var facts = startFacts.of(conversation, startOf(conversation));
            engine.publish(message("conversation-started", id, tried, properties.signalTimeToLive(), facts));
        }
    }

    /** Looked at last: a resolution may have gone to the process that has just been ended. */
    private void resolveAgain(ConversationId id, String tried) {
        live.find(id)
                .filter(conversation -> conversation.state() == ConversationState.CLOSING)
                .map(StoredConversation::resolution)
                .ifPresent(resolution -> engine.publish(message(
                        "agent-resolved",
                        id,
                        tried + ":resolved",
                        properties.signalTimeToLive(),
                        new Signals.Resolved(resolution))));
    }

    /** What the customer did first, in conversations of earlier versions by what is most likely. */
    static Due startOf(StoredConversation conversation) {
        var kind = conversation.course().kind();
        var likely = conversation.origin().channel() == Channel.COMMENT ? "comment" : "message";
        return new Due(Due.Kind.START, kind == null ? likely : kind, conversation.openedAt());
    }

    private static EngineMessage message(
            String name, ConversationId id, String messageId, Duration timeToLive, Object variables) {
        return new EngineMessage(name, id.value(), id + ":" + messageId, timeToLive, variables);
    }
}
