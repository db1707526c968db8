package dev.pupitre.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation but for its transcript.
 *
 * @param automation what an AI agent did in it
 * @param decisions what the tables decided, oldest first
 * @param vain an agent went on with what was over, and nobody said anything
 * @param askedAt when the customer wrote first; null where only the agent has, going on with what was over, and where it
 *     is not known any more
 */
public record Summary(
        Conversation conversation,
        Automation automation,
        List<Decision> decisions,
        boolean vain,
        @Nullable Instant askedAt) {}
