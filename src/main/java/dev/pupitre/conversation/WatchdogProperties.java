package dev.pupitre.conversation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a conversation counts as stuck, {@code pupitre.watchdog.*}; the first two together say how soon it is found.
 *
 * @param patience how long a process may take for its next step
 * @param interval how often a node looks
 * @param enquiry how long a look may ask the engine for reasons
 * @param patrol of how many that wait or have an agent a look asks whether their process is still there
 */
@Validated
@ConfigurationProperties("pupitre.watchdog")
record WatchdogProperties(
        @DefaultValue("30s") Duration patience,
        @DefaultValue("15s") Duration interval,
        @DefaultValue("5s") Duration enquiry,
        @DefaultValue("100") @Min(1) int patrol) {}
