package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What Meta tells of a customer besides the name.
 *
 * @param picture our id of the picture's file
 */
record CustomerProfile(@Nullable String picture, @Nullable String locale, Instant learntAt) {}
