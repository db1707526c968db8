package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Something in a message that is no text, as the desk sees it.
 *
 * @param id ours; the file, once stored, is at {@code /api/v1/attachments/{id}}
 * @param size in bytes
 * @param link where it leads outside, for posts and links
 * @param reason why there is no file, in plain words
 * @param reasonCode what screens find words for that reason by; null where there is none
 */
public record Attachment(
        String id,
        Type type,
        State state,
        @Nullable String name,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable String title,
        @Nullable String link,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String reason,
        @Nullable String reasonCode) {
    /** What it is, by the names of the Messenger Platform's reference ({@code attachments[].type}) where there is one. */
    public enum Type {
        IMAGE,
        AUDIO,
        VIDEO,
        FILE,
        STICKER,
        LOCATION,
        TEMPLATE,
        PRODUCT,
        /** A link with a preview, Meta's {@code fallback}. */
        LINK,
        POST,
        REEL,
        APPOINTMENT,
        UNSUPPORTED
    }

    /** Whether there is a file to show. */
    public enum State {
        /** Still being fetched from Meta. */
        AWAITED,
        STORED,
        /** Could not be fetched or was not taken; the reason says why. */
        REFUSED,
        /** It is no file. */
        NO_FILE
    }
}
