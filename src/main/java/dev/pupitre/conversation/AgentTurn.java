package dev.pupitre.conversation;

import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.kernel.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an AI agent finds in a conversation when it is its turn.
 *
 * @param said the newest messages of both sides, oldest first
 * @param heard the newest message that it has dealt with
 * @param unheard those of the customer that neither it nor a human has dealt with
 * @param turns how many answers it has given since it was last given the conversation
 * @param ours nobody else is at it, or on the way to it
 * @param settled how the turn has ended already, where it is a repeat or there is nothing to answer
 */
public record AgentTurn(
        Conversation conversation,
        List<Message> said,
        @Nullable MessageId heard,
        List<Message> unheard,
        int turns,
        boolean announced,
        boolean ours,
        @Nullable Outcome settled) {

    /**
     * How it wants to end its turn.
     *
     * @param since the newest message that had been dealt with when the turn began
     * @param heard the newest one that it has dealt with
     * @param texts what it says, each as a message of its own; may be none
     * @param reason why, in a word that the desk knows
     * @param learnt what it tells the agent who goes on, if one has to
     */
    public record Conclusion(
            Outcome outcome,
            @Nullable MessageId since,
            MessageId heard,
            List<String> texts,
            String reason,
            Map<String, String> learnt) {
        public Conclusion {
            texts = List.copyOf(texts);
            learnt = Map.copyOf(learnt);
        }
    }

    static AgentTurn of(StoredConversation conversation) {
        var automation = conversation.service().automation();
        var said = conversation.views().stream()
                .filter(message -> message.happening() == null && message.direction() != Direction.NOTE)
                .toList();
        var unheard = said.subList(start(said, automation), said.size()).stream()
                .filter(message -> message.direction() == Direction.IN)
                .toList();
        return new AgentTurn(
                conversation.view(),
                said,
                automation.heard(),
                unheard,
                automation.turns(),
                automation.announced(),
                isOurs(conversation),
                settled(conversation, unheard));
    }

    private static @Nullable Outcome settled(StoredConversation conversation, List<Message> unheard) {
        var automation = conversation.service().automation();
        if (automation.outcome() == Outcome.HAND_OFF) {
            return Outcome.HAND_OFF;
        }
        if (unheard.isEmpty()) {
            return isOurs(conversation)
                    ? Objects.requireNonNullElse(automation.outcome(), Outcome.ANSWERED)
                    : Outcome.HAND_OFF;
        }
        return null;
    }

    /** In nobody's hands, nor on the way into any: neither queued, nor handed on to others than an AI agent. */
    static boolean isOurs(StoredConversation conversation) {
        var target = conversation.course().target();
        return conversation.state() == ConversationState.NEW
                && conversation.assignee() == null
                && (target == null || target.kind() == Target.Kind.AI)
                && !conversation.service().botPaused()
                && conversation.service().elsewhere() == null;
    }

    /** What a human has answered, wherever, is none of its business; nor what was moved out of the document. */
    private static int start(List<Message> said, Automation automation) {
        return IntStream.range(0, said.size())
                        .filter(index -> said.get(index).id().equals(automation.heard()) || isHuman(said.get(index)))
                        .max()
                        .orElse(-1)
                + 1;
    }

    /** A human's answer in Meta's inbox comes into the transcript before all else that follows of it. */
    static boolean isAnsweredByAHuman(StoredConversation conversation, MessageId heard) {
        return conversation.views().stream()
                .dropWhile(message -> !message.id().equals(heard))
                .anyMatch(AgentTurn::isHuman);
    }

    private static boolean isHuman(Message message) {
        return message.direction() != Direction.NOTE && isOfAHuman(message);
    }

    private static boolean isOfAHuman(Message message) {
        return switch (message.author().kind()) {
            case AGENT, META_INBOX -> true;
            case CUSTOMER, BOT, SYSTEM -> false;
        };
    }
}
