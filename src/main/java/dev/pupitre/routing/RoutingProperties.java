package dev.pupitre.routing;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How conversations are given to agents, {@code pupitre.routing.*}.
 *
 * @param capacity how many conversations an agent is given at once
 * @param reconcileInterval how often places are compared with the conversations themselves
 * @param reconcileAfter a place younger than this may belong to an assignment that is just being made
 * @param recheckInterval how often the queue and all that agents have are compared with the conversations
 * @param vanishAfter an agent whose browser calls nothing for so long is not there any more; several times as long as
 *     {@code pupitre.live.heartbeat}, which every browser answers
 * @param awayAfter an agent who touches nothing in the browser for so long is away until they do; 0 for never
 * @param attendanceInterval how often it is written down whose browsers are there, and looked for those that are not
 * @param offerInterval how often it is looked for conversations that were not opened in time
 * @param offerAgainAfter so long an agent is not offered a conversation again that they did not open
 * @param rememberLastAgent how long it is known who had a customer last
 */
@Validated
@ConfigurationProperties("pupitre.routing")
record RoutingProperties(
        @DefaultValue("5") @Min(1) int capacity,
        @DefaultValue("10s") Duration reconcileInterval,
        @DefaultValue("10s") Duration reconcileAfter,
        @DefaultValue("1m") Duration recheckInterval,
        @DefaultValue("60s") Duration vanishAfter,
        @DefaultValue("10m") Duration awayAfter,
        @DefaultValue("10s") Duration attendanceInterval,
        @DefaultValue("1s") Duration offerInterval,
        @DefaultValue("2m") Duration offerAgainAfter,
        @DefaultValue("90d") Duration rememberLastAgent) {}
