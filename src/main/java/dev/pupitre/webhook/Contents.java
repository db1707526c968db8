package dev.pupitre.webhook;

import dev.pupitre.conversation.Attachment;
import dev.pupitre.conversation.ReceivedAttachment;
import dev.pupitre.conversation.ReceivedContent;
import dev.pupitre.conversation.Referral;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Understands what a message holds besides its text (webhooks reference, {@code messages} and {@code messaging_referrals}). */
final class Contents {
    /** Ten times what Messenger lets a customer write. */
    static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_WORDS = 1000;
    private static final int MOST_ATTACHMENTS = 30;

    private static final Map<String, Attachment.Type> TYPES = Map.ofEntries(
            Map.entry("image", Attachment.Type.IMAGE),
            Map.entry("audio", Attachment.Type.AUDIO),
            Map.entry("video", Attachment.Type.VIDEO),
            Map.entry("file", Attachment.Type.FILE),
            Map.entry("sticker", Attachment.Type.STICKER),
            Map.entry("location", Attachment.Type.LOCATION),
            Map.entry("template", Attachment.Type.TEMPLATE),
            Map.entry("fallback", Attachment.Type.LINK),
            Map.entry("share", Attachment.Type.POST),
            Map.entry("post", Attachment.Type.POST),
            Map.entry("ig_post", Attachment.Type.POST),
            Map.entry("reel", Attachment.Type.REEL),
            Map.entry("ig_reel", Attachment.Type.REEL),
            Map.entry("appointment_booking", Attachment.Type.APPOINTMENT));

    private Contents() {}

    static ReceivedContent of(JsonNode message) {
        var quickReply = message.path("quick_reply");
        return new ReceivedContent(
                attachments(message),
                LenientJson.mid(message.path("reply_to").path("mid")).orElse(null),
                quickReply.isObject() ? LenientJson.text(quickReply.path("payload"), LONGEST_WORDS) : null,
                referral(message.path("referral")));
    }

    /** None when the referral tells nothing. */
    static @Nullable Referral referral(JsonNode referral) {
        var ad = referral.path("ads_context_data");
        var read = new Referral(
                LenientJson.text(referral.path("source"), LONGEST_WORDS),
                LenientJson.text(referral.path("ref"), LONGEST_WORDS),
                LenientJson.text(referral.path("ad_id"), LONGEST_WORDS),
                LenientJson.text(ad.path("ad_title"), LONGEST_WORDS),
                LenientJson.address(ad.path("photo_url")).orElse(null),
                LenientJson.address(ad.path("video_url")).orElse(null),
                LenientJson.text(ad.path("post_id"), LONGEST_WORDS),
                LenientJson.text(ad.path("product_id"), LONGEST_WORDS),
                LenientJson.address(referral.path("referer_uri")).orElse(null));
        var told = Stream.of(read.source(), read.ref(), read.ad(), read.adTitle(), read.post(), read.product())
                .anyMatch(Objects::nonNull);
        return told ? read : null;
    }

    /** A message that says nothing and holds nothing that we know is shown as one that cannot be shown. */
    private static List<ReceivedAttachment> attachments(JsonNode message) {
        var attachments = new ArrayList<ReceivedAttachment>();
        for (var attachment : LenientJson.elements(message.path("attachments"))) {
            if (attachment.isObject() && attachments.size() < MOST_ATTACHMENTS) {
                attachments.add(attachment(attachment, message.has("sticker_id")));
            }
        }
        if (attachments.isEmpty() && message.has("sticker_id")) {
            attachments.add(bare(Attachment.Type.STICKER));
        } else if (attachments.isEmpty()
                && LenientJson.text(message.path("text")).isEmpty()) {
            attachments.add(bare(Attachment.Type.UNSUPPORTED));
        }
        return List.copyOf(attachments);
    }

    private static ReceivedAttachment bare(Attachment.Type type) {
        return new ReceivedAttachment(type, null, null, null, null, null, null);
    }

    /** Until August 2026 a sticker came as an image, with the sticker's number beside it or in the payload. */
    private static ReceivedAttachment attachment(JsonNode attachment, boolean besideNumber) {
        var payload = attachment.path("payload");
        var named =
                TYPES.getOrDefault(LenientJson.text(attachment.path("type")).orElse(""), Attachment.Type.UNSUPPORTED);
        var type = payload.has("sticker_id") || (besideNumber && named == Attachment.Type.IMAGE)
                ? Attachment.Type.STICKER
                : named;
        return switch (type) {
            case LOCATION -> location(attachment, payload);
            case LINK -> link(attachment, payload);
            case TEMPLATE -> template(attachment, payload);
            case APPOINTMENT -> appointment(payload);
            case UNSUPPORTED -> bare(type);
            default -> file(type, attachment, payload);
        };
    }

    private static ReceivedAttachment file(Attachment.Type type, JsonNode attachment, JsonNode payload) {
        return new ReceivedAttachment(
                type,
                LenientJson.address(payload.path("url")).orElse(null),
                firstText(payload.path("title"), attachment.path("title")),
                LenientJson.address(attachment.path("url")).orElse(null),
                LenientJson.text(payload.path("sticker_id"), LONGEST_WORDS),
                null,
                null);
    }

    private static ReceivedAttachment location(JsonNode attachment, JsonNode payload) {
        var coordinates = payload.path("coordinates");
        return new ReceivedAttachment(
                Attachment.Type.LOCATION,
                null,
                LenientJson.text(attachment.path("title"), LONGEST_WORDS),
                LenientJson.address(attachment.path("url")).orElse(null),
                null,
                LenientJson.coordinate(coordinates.path("lat"), 90).orElse(null),
                LenientJson.coordinate(coordinates.path("long"), 180).orElse(null));
    }

    private static ReceivedAttachment link(JsonNode attachment, JsonNode payload) {
        return new ReceivedAttachment(
                Attachment.Type.LINK,
                null,
                firstText(attachment.path("title"), payload.path("title")),
                LenientJson.address(attachment.path("url"))
                        .or(() -> LenientJson.address(payload.path("url")))
                        .orElse(null),
                null,
                null,
                null);
    }

    /** A product of a catalogue comes as a template; of others, their first card or their text tells most. */
    private static ReceivedAttachment template(JsonNode attachment, JsonNode payload) {
        var product = payload.path("product").path("elements").path(0);
        var card = product.isMissingNode() ? payload.path("elements").path(0) : product;
        var button = card.path("buttons").path(0).path("url");
        return new ReceivedAttachment(
                product.isMissingNode() ? Attachment.Type.TEMPLATE : Attachment.Type.PRODUCT,
                LenientJson.address(card.path("image_url")).orElse(null),
                firstText(card.path("title"), payload.path("text"), attachment.path("title")),
                LenientJson.address(card.path("default_action").path("url"))
                        .or(() -> LenientJson.address(button))
                        .orElse(null),
                null,
                null,
                null);
    }

    private static ReceivedAttachment appointment(JsonNode payload) {
        var title = Stream.of("status", "start_time", "end_time", "timezone")
                .flatMap(part -> LenientJson.text(payload.path(part)).stream())
                .reduce((before, next) -> before + " " + next)
                .map(text -> LenientJson.cut(text, LONGEST_WORDS));
        return new ReceivedAttachment(Attachment.Type.APPOINTMENT, null, title.orElse(null), null, null, null, null);
    }

    private static @Nullable String firstText(JsonNode... nodes) {
        return Stream.of(nodes)
                .flatMap(node -> LenientJson.text(node).stream())
                .findFirst()
                .map(text -> LenientJson.cut(text, LONGEST_WORDS))
                .orElse(null);
    }
}
