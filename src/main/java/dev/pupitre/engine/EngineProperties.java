package dev.pupitre.engine;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the engine is reached and how much work is taken from it at once, {@code pupitre.engine.*}.
 *
 * @param grpcAddress the gateway's gRPC address; in local mode the broker that Pupitre starts itself unless it is set
 * @param requestTimeout how long one command may take
 * @param publishRetries how often a message is offered again while the engine is overloaded or away
 * @param maxPublishing how many messages this node offers the engine at once
 * @param maxJobsActive how many jobs of one type this node works on at once
 * @param jobTimeout after this time a job that was not completed is given to another worker
 * @param jobRetryBackoff the first wait before a failed job is tried again; it doubles each time
 */
@Validated
@ConfigurationProperties("pupitre.engine")
record EngineProperties(
        @Nullable URI grpcAddress,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("6") @Min(0) int publishRetries,
        @DefaultValue("64") @Min(1) int maxPublishing,
        @DefaultValue("32") @Min(1) @Max(1000) int maxJobsActive,
        @DefaultValue("30s") Duration jobTimeout,
        @DefaultValue("500ms") Duration jobRetryBackoff) {}
