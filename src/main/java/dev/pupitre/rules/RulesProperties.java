package dev.pupitre.rules;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How versions of tables get around, {@code pupitre.rules.*}.
 *
 * @param look how often a node looks for versions that another one has deployed
 * @param finishAfter after this time a deployment whose node does not seem to be there any more is finished by another;
 *     and how often that is tried
 * @param approval whether what a person deploys takes effect only when another one has approved of it
 */
@ConfigurationProperties("pupitre.rules")
record RulesProperties(
        @DefaultValue("2s") Duration look,
        @DefaultValue("30s") Duration finishAfter,
        @DefaultValue("false") boolean approval) {}
