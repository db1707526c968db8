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
 * @param reconcileInterval how often places and queue are compared with the conversations themselves
 * @param reconcileAfter a place younger than this may belong to an assignment that is just being made
 */
@Validated
@ConfigurationProperties("pupitre.routing")
record RoutingProperties(
        @DefaultValue("5") @Min(1) int capacity,
        @DefaultValue("10s") Duration reconcileInterval,
        @DefaultValue("10s") Duration reconcileAfter) {}
