package dev.pupitre.sandbox;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.validation.annotation.Validated;

/** The app and the Page that the stand-in plays, {@code pupitre.sandbox.*}; its secrets are made up and open nothing. */
@Profile("local")
@Validated
@ConfigurationProperties("pupitre.sandbox")
record SandboxProperties(
        @Nullable URI webhookUrl,
        @NotBlank String appId,
        @NotBlank String appSecret,
        @NotBlank String pageId,
        @NotBlank String pageName,
        @NotBlank String accessToken,
        @DefaultValue @Valid Redelivery redelivery) {

    /** Meta tries again at once, then ever less often; long enough for a receiver to be restarted. */
    record Redelivery(
            @DefaultValue("200ms") Duration firstWait,
            @DefaultValue("5s") Duration longestWait,
            @DefaultValue("15m") Duration giveUpAfter) {

        BackOffExecution start() {
            var waits = new ExponentialBackOff(firstWait.toMillis(), 2);
            waits.setMaxInterval(longestWait.toMillis());
            waits.setMaxElapsedTime(giveUpAfter.toMillis());
            return waits.start();
        }
    }
}
