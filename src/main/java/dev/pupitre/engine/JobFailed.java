package dev.pupitre.engine;

import org.jspecify.annotations.Nullable;

/**
 * A job of a process failed.
 *
 * @param subject the process's variable {@code conversationId}; null where it has none
 * @param message what went wrong
 * @param retriesLeft with none left the process stands still: an incident
 */
public record JobFailed(String taskType, @Nullable String subject, String message, int retriesLeft) {}
