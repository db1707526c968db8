package dev.pupitre.conversation;

import java.util.List;

/**
 * What is known of a conversation but for its transcript.
 *
 * @param automation what an AI agent did in it
 * @param decisions what the tables decided, oldest first
 */
public record Summary(Conversation conversation, Automation automation, List<Decision> decisions) {}
