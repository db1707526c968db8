package dev.pupitre.conversation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An answer the customer may press instead of writing it (Send API, quick replies: at most 13).
 *
 * @param payload comes back when it is pressed; the title when none is given
 */
public record QuickReply(
        @NotBlank @Size(max = 20) String title,
        @Size(max = 1000) @Nullable String payload) {}
