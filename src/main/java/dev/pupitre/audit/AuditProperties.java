package dev.pupitre.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The book of administrative acts, {@code pupitre.audit.*}.
 *
 * @param keep how long an act stays in it
 */
@ConfigurationProperties("pupitre.audit")
record AuditProperties(@DefaultValue("400d") Duration keep) {}
