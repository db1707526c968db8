package dev.pupitre.sandbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, whoever wrote it.
 *
 * @param payload of the quick reply or button that the customer pressed
 */
record Content(
        Kind kind,
        String text,
        List<Attached> attachments,
        List<QuickReply> quickReplies,
        @Nullable Template template,
        @Nullable String replyTo,
        @Nullable String payload,
        @Nullable Referral referral) {

    enum Kind {
        MESSAGE,
        POSTBACK
    }

    static Content text(String text) {
        return new Content(Kind.MESSAGE, text, List.of(), List.of(), null, null, null, null);
    }

    static Content written(
            String text,
            List<Attached> attachments,
            @Nullable String replyTo,
            @Nullable String payload,
            @Nullable Referral referral) {
        return new Content(Kind.MESSAGE, text, attachments, List.of(), null, replyTo, payload, referral);
    }

    static Content pressed(String title, String payload, @Nullable Referral referral) {
        return new Content(Kind.POSTBACK, title, List.of(), List.of(), null, null, payload, referral);
    }

    static Content sent(
            String text,
            List<Attached> attachments,
            List<QuickReply> quickReplies,
            @Nullable Template template,
            @Nullable String replyTo) {
        return new Content(Kind.MESSAGE, text, attachments, quickReplies, template, replyTo, null, null);
    }
}
