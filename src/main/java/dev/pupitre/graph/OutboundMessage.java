package dev.pupitre.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message for a customer as the Send API takes it.
 *
 * @param quickReplies answers the customer may press, at most 13
 * @param replyTo the {@code mid} of the message that is answered
 * @param persona who is seen to write it, by Meta's id; the Page itself when there is none
 * @param metadata comes back in the echo
 */
public record OutboundMessage(
        Recipient recipient,
        Purpose purpose,
        Content content,
        List<QuickReply> quickReplies,
        @Nullable String replyTo,
        @Nullable String persona,
        String metadata) {
    /** Who gets it. */
    public sealed interface Recipient {}

    /** A customer, by the page-scoped id (PSID). */
    public record Customer(String id) implements Recipient {}

    /** Whoever wrote the comment: once, and within seven days (Messenger Platform, private replies). */
    public record Commenter(String comment) implements Recipient {}

    /** As what Meta is to take it (Send API reference, {@code messaging_type}). */
    public enum Purpose {
        RESPONSE,
        UPDATE,
        /** A human's answer, up to seven days after the customer's last message. */
        HUMAN_AGENT
    }

    /** What it says. */
    public sealed interface Content {}

    /** Plain text, at most 2000 characters. */
    public record Text(String text) implements Content {}

    /** A file that Meta has by this {@code attachment_id}. */
    public record File(FileType type, String attachment) implements Content {}

    /** A button template. */
    public record Buttons(String text, List<Button> buttons) implements Content {}

    /** A generic template. */
    public record Cards(List<Card> cards) implements Content {}

    /** One of the cards that are shown side by side. */
    public record Card(
            String title,
            @Nullable String subtitle,
            @Nullable String picture,
            @Nullable String link,
            List<Button> buttons) {}

    /** Something to press. */
    public sealed interface Button {
        String title();
    }

    /** Opens an address. */
    public record Link(String title, String address) implements Button {}

    /** Comes back as a postback. */
    public record Postback(String title, String payload) implements Button {}

    /** An answer to press; the payload comes back with it. */
    public record QuickReply(String title, String payload) {}

    /** A plain answer. */
    public static OutboundMessage text(String customer, String text, String metadata) {
        return new OutboundMessage(
                new Customer(customer), Purpose.RESPONSE, new Text(text), List.of(), null, null, metadata);
    }

    /** The same, seen to be written by another. */
    public OutboundMessage as(@Nullable String other) {
        return new OutboundMessage(recipient, purpose, content, quickReplies, replyTo, other, metadata);
    }
}
