package dev.pupitre.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of a conversation.
 *
 * @param score from 1, not content at all, to 5
 */
public record Score(
        int score, @Nullable Instant ratedAt, @Nullable String comment) {}
