package dev.pupitre.engine;

import java.time.Duration;

/**
 * A message for a process.
 *
 * @param name the message's name in the model
 * @param correlationKey says which process instance it is for
 * @param messageId the same id is taken once while the message is kept; a repeat after a crash does no harm
 * @param timeToLive how long the engine keeps it when nothing waits for it yet
 * @param variables a record; its components become variables
 */
public record EngineMessage(
        String name, String correlationKey, String messageId, Duration timeToLive, Object variables) {}
