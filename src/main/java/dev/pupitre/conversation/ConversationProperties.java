package dev.pupitre.conversation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Times and sizes of the way in and out, {@code pupitre.conversation.*}.
 *
 * @param sweepInterval how often a node looks for what a crash left behind
 * @param leftBehindAfter how old something unfinished must be to be taken for left behind
 * @param rememberEvents how long a processed event is known, so that Meta's repeats of it are left out
 * @param relayedAtOnce in how many threads at once a node brings events into their conversations; 0: as many
 *     as the machine has processors, so that the work gets done and answering webhooks comes first
 * @param backlog with so many stored events on their way into conversations a node answers webhooks more slowly
 * @param waitForMessage how long an event about a message waits for the message itself, which Meta may send later
 * @param profilesLast how long what Meta told of a customer is taken for true
 * @param signalTimeToLive how long the engine keeps a message that its process does not wait for yet
 */
@Validated
@ConfigurationProperties("pupitre.conversation")
record ConversationProperties(
        @DefaultValue("3s") Duration sweepInterval,
        @DefaultValue("5s") Duration leftBehindAfter,
        @DefaultValue("7d") Duration rememberEvents,
        @DefaultValue("0") @Min(0) int relayedAtOnce,
        @DefaultValue("10000") @Min(1) int backlog,
        @DefaultValue("1m") Duration waitForMessage,
        @DefaultValue("7d") Duration profilesLast,
        @DefaultValue("1h") Duration signalTimeToLive) {
    int relayThreads() {
        return relayedAtOnce > 0
                ? relayedAtOnce
                : Math.max(2, Runtime.getRuntime().availableProcessors());
    }
}
