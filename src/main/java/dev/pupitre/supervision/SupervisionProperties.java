package dev.pupitre.supervision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How those who lead are kept up to date, {@code pupitre.supervision.*}.
 *
 * @param interval how often the numbers of the monitor move
 * @param watchedFor for so long they do after somebody has loaded it; screens load it anew well within
 */
@Validated
@ConfigurationProperties("pupitre.supervision")
record SupervisionProperties(
        @DefaultValue("5s") Duration interval,
        @DefaultValue("3m") Duration watchedFor) {}
