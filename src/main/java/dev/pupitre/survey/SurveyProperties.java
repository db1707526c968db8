package dev.pupitre.survey;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How answers to surveys are told from other messages, {@code pupitre.survey.*}.
 *
 * @param typedWithin so long after the question a typed number is the answer; a pressed one always is
 * @param commentWithin so long after the number a text is the comment that was asked for; a later one opens a
 *     conversation
 */
@Validated
@ConfigurationProperties("pupitre.survey")
record SurveyProperties(
        @DefaultValue("24h") Duration typedWithin,
        @DefaultValue("15m") Duration commentWithin) {}
