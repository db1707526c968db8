package dev.pupitre.privacy;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How deletions and retention go, {@code pupitre.privacy.*}.
 *
 * @param publicUrl what people's browsers reach this server by; none: that of the Pages, or else whatever Meta's call came to
 * @param deauthoriseWithin how old a call may be that a person has removed the app
 * @param settle how long after an erasure it is looked whether more has come of what was under way then
 * @param sweepInterval how often what a crash or an absent engine left undone is done
 * @param restartAfter how long the process of an unfinished deletion is told nothing before it is started where it is not there
 * @param retentionInterval how often it is looked for conversations that are older than their Page keeps them
 * @param retentionBatch how many of them are erased in one go
 */
@Validated
@ConfigurationProperties("pupitre.privacy")
record PrivacyProperties(
        @Nullable URI publicUrl,
        @DefaultValue("1d") Duration deauthoriseWithin,
        @DefaultValue("1m") Duration settle,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("1h") Duration restartAfter,
        @DefaultValue("1h") Duration retentionInterval,
        @DefaultValue("100") @Min(1) int retentionBatch) {}
