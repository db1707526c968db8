package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who answers a thread instead of us, and since when; {@code app} is Meta's id of it, if it was told. */
public record Elsewhere(@Nullable String app, Instant since) {}
