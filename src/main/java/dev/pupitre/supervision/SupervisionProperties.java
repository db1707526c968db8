package dev.pupitre.supervision;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How those who lead are kept up to date, {@code pupitre.supervision.*}.
 *
 * @param interval how often the numbers of the monitor move
 * @param watchedFor for so long they do after somebody has loaded it; screens load it anew well within
 * @param alertInterval how often it is looked for what passes a limit
 * @param backlog from so many messages on that wait to be sent for a Page an alert is raised
 * @param inbound from when on events of Meta that wait to be put into conversations are an alert
 * @param webhooks how alerts go out
 */
@Validated
@ConfigurationProperties("pupitre.supervision")
record SupervisionProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("3m") Duration watchedFor,
        @DefaultValue("15s") Duration alertInterval,
        @DefaultValue("100") @Min(1) int backlog,
        @DefaultValue("2m") Duration inbound,
        @DefaultValue @Valid Webhooks webhooks) {

    /**
     * How alerts go out.
     *
     * @param interval how often it is looked what is due
     * @param timeout a receiver that takes longer is tried again
     * @param backoff how long after the first failure; twice as long after each further one, at most an hour
     * @param giveUpAfter it is not tried any more
     * @param privateAddresses whether addresses in private networks and on this machine may be called
     */
    record Webhooks(
            @DefaultValue("2s") Duration interval,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("10s") Duration backoff,
            @DefaultValue("12h") Duration giveUpAfter,
            @DefaultValue("false") boolean privateAddresses) {}
}
