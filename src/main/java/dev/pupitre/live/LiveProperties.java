package dev.pupitre.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the feed reaches browsers and other nodes, {@code pupitre.live.*}.
 *
 * @param buffer how many changes a node keeps for browsers that come back or fall behind
 * @param heartbeat how often a silent connection gets an event that the browser answers, which takes a line for
 *     dead after 45 s without any; at most 30 s
 * @param overlap how far before the last seen event a browser that comes back is served again: more than the clocks of
 *     two nodes differ plus the time a change takes between them
 * @param lifetime when a connection is ended so that the browser comes back, with its rights looked up anew
 * @param recheck how often it is asked whether those who have a stream still may, and may the same
 * @param exchange how often changes are handed to and taken from other nodes
 * @param presence how often a node says that it is there
 * @param silence after which a node counts as gone, and nothing more is written for it
 * @param retention how long changes wait in the store for other nodes
 */
@Validated
@ConfigurationProperties("pupitre.live")
record LiveProperties(
        @DefaultValue("10000") @Min(1) int buffer,
        @DefaultValue("15s") @DurationMax(seconds = 30) Duration heartbeat,
        @DefaultValue("5s") Duration overlap,
        @DefaultValue("1h") Duration lifetime,
        @DefaultValue("3s") Duration recheck,
        @DefaultValue("100ms") Duration exchange,
        @DefaultValue("3s") Duration presence,
        @DefaultValue("12s") Duration silence,
        @DefaultValue("1m") Duration retention) {}
