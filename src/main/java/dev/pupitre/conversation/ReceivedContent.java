package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a message holds besides its text.
 *
 * @param replyTo the {@code mid} of the message it answers
 * @param quickReply the payload of the quick reply that was pressed
 * @param referral what brought the customer here, when the message tells
 */
public record ReceivedContent(
        List<ReceivedAttachment> attachments,
        @Nullable String replyTo,
        @Nullable String quickReply,
        @Nullable Referral referral) {
    /** Events that were stored before there was more than text hold nothing else. */
    public ReceivedContent {
        attachments = requireNonNullElse(attachments, List.of());
    }

    /** Text alone. */
    public static final ReceivedContent NONE = new ReceivedContent(List.of(), null, null, null);
}
