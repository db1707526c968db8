package dev.pupitre.conversation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message with buttons: with cards it is a generic template, without it is a button template under the message's text
 * (Send API, templates).
 */
public record Template(
        @NotNull @Size(max = 3) List<@Valid Button> buttons,
        @NotNull @Size(max = 10) List<@Valid Card> cards) {
    /** A card of a generic template. */
    public record Card(
            @NotBlank @Size(max = 80) String title,
            @Size(max = 80) @Nullable String subtitle,
            @Size(max = 2000) @Nullable String picture,
            @Size(max = 2000) @Nullable String link,
            @NotNull @Size(max = 3) List<@Valid Button> buttons) {}

    /** Opens the address in {@code value}, or comes back as a postback with it. */
    public record Button(
            @NotNull Kind kind,
            @NotBlank @Size(max = 20) String title,
            @NotBlank @Size(max = 1000) String value) {
        public enum Kind {
            LINK,
            POSTBACK
        }
    }
}
