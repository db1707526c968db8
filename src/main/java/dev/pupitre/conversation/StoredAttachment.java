package dev.pupitre.conversation;

import org.jspecify.annotations.Nullable;

/**
 * An attachment in its message's document.
 *
 * @param source where Meta has the file; such addresses expire and are shown to nobody
 * @param reusable the number by which Meta knows a file we uploaded ({@code attachment_id}), for 90 days
 * @param reasonCode names the reason for screens; null in what was written before there were codes
 */
record StoredAttachment(
        String id,
        Attachment.Type type,
        Attachment.State state,
        @Nullable String source,
        @Nullable String name,
        @Nullable String contentType,
        @Nullable Long size,
        @Nullable String title,
        @Nullable String link,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable String reusable,
        @Nullable String reason,
        @Nullable String reasonCode) {

    StoredAttachment stored(StoredFile file) {
        return new StoredAttachment(
                id,
                type,
                Attachment.State.STORED,
                null,
                file.name(),
                file.contentType(),
                file.size(),
                title,
                link,
                latitude,
                longitude,
                reusable,
                null,
                null);
    }

    StoredAttachment refused(ReasonCode code, String why) {
        return new StoredAttachment(
                id,
                type,
                Attachment.State.REFUSED,
                null,
                name,
                contentType,
                size,
                title,
                link,
                latitude,
                longitude,
                reusable,
                why,
                code.name());
    }

    Attachment view() {
        return new Attachment(
                id, type, state, name, contentType, size, title, link, latitude, longitude, reason, reasonCode);
    }
}
