package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether customers see which agent answers, {@code pupitre.persona.*}.
 *
 * @param enabled agents write under their own names
 * @param picture where Meta finds an agent's picture, which it asks for; {@code {agent}} stands for the agent's id.
 *     Without it agents write in the Page's name
 */
@ConfigurationProperties("pupitre.persona")
record PersonaProperties(
        @DefaultValue("true") boolean enabled, @Nullable String picture) {}
