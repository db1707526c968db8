package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import org.jspecify.annotations.Nullable;

/** What other rooms want to know of a conversation at once; repeated after a crash. */
public sealed interface ConversationEvent {
    ConversationId conversation();

    /** Another application answers from here on. */
    record WentElsewhere(ConversationId conversation) implements ConversationEvent {}

    /** It is ours to answer again. */
    record CameBack(ConversationId conversation) implements ConversationEvent {}

    /** Its customer is forgotten, or it was kept for as long as it is to be; repeated until all is erased. */
    record Erased(ConversationId conversation) implements ConversationEvent {}

    /** It is over and in the recordings; repeated until it has left the open ones. */
    record Recorded(ConversationId conversation) implements ConversationEvent {}

    /** It is over; the agent who had it, if any, has a place free. */
    record Closed(ConversationId conversation, @Nullable Party assignee) implements ConversationEvent {}
}
