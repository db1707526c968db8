package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * An attachment as a webhook names it.
 *
 * @param source the file's address at Meta, if it is a file
 * @param link where a link, a post or a template leads
 * @param sticker the sticker's number
 */
public record ReceivedAttachment(
        Attachment.Type type,
        @Nullable String source,
        @Nullable String title,
        @Nullable String link,
        @Nullable String sticker,
        @Nullable Double latitude,
        @Nullable Double longitude) {}
