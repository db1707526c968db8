package dev.pupitre.conversation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages to Meta are tried, {@code pupitre.outbox.*}.
 *
 * @param lease how long after the last sign of life of the node that works on a thread's messages another takes over
 * @param echoWait how long the echo of a call without an answer is waited for before the message is sent again
 * @param echoWaitAfterCrash the same where the caller died or lost the store: Meta's repeats of an echo that nobody took come later and later
 * @param maxAttempts after so many refusals that should have passed by themselves a message has failed
 * @param firstBackoff the first wait before another attempt; it doubles each time, up to {@code maxBackoff}
 * @param sendsPerSecond how many messages a second this node sends for one Page at most
 * @param heavySendsPerSecond the same for recordings and films
 * @param slowDownFrom how full Meta's rate limits may be, in percent, before this node sends more slowly
 * @param heldRetry how often it is looked whether a Page that nothing is sent for may send again
 */
@Validated
@ConfigurationProperties("pupitre.outbox")
record OutboxProperties(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("30s") Duration echoWait,
        @DefaultValue("2m") Duration echoWaitAfterCrash,
        @DefaultValue("30") @Min(1) int maxAttempts,
        @DefaultValue("20") @Min(1) int sendsPerSecond,
        @DefaultValue("5") @Min(1) int heavySendsPerSecond,
        @DefaultValue("75") @Min(1) @Max(100) int slowDownFrom,
        @DefaultValue("500ms") Duration firstBackoff,
        @DefaultValue("1m") Duration maxBackoff,
        @DefaultValue("30s") Duration heldRetry) {
    /** Doubles from attempt to attempt; spread by up to a half, so that many do not come back together. */
    Duration backoff(int attempts) {
        var doubled = firstBackoff.multipliedBy(1L << Math.min(attempts, 16));
        var capped = doubled.compareTo(maxBackoff) < 0 ? doubled : maxBackoff;
        return capped.plusMillis(ThreadLocalRandom.current().nextLong(1 + capped.toMillis() / 2));
    }
}
