package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.GraphSend.EMPTY;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code message} of a call to the Send API, within the limits of the pages "Send API", "Quick replies", "Button
 * template" and "Generic template" of the Messenger Platform.
 */
record OutgoingMessage(
        String text,
        @Nullable String metadata,
        List<QuickReply> quickReplies,
        @Nullable Template template,
        @Nullable JsonNode attachment,
        @Nullable String replyTo) {

    static final Set<String> FILES = Set.of("image", "audio", "video", "file");
    private static final int MAX_TEXT = 2_000;
    private static final int MAX_PAYLOAD = 1_000;
    private static final int MAX_METADATA = 1_000;
    private static final int MAX_TITLE = 20;
    private static final int MAX_CARD = 80;
    private static final int MAX_BUTTON_TEXT = 640;

    static OutgoingMessage of(JsonNode message, JsonNode replyTo, boolean withFile) {
        if (!message.isObject()) {
            throw GraphError.invalidParameter("Param message must be an object");
        }
        var metadata = string(message, "message", "metadata", MAX_METADATA);
        var text = string(message, "message", "text", MAX_TEXT);
        var attachment = message.path("attachment");
        if (text.isBlank() && !attachment.isObject()) {
            throw GraphError.invalidParameter(EMPTY, "Message cannot be empty, must provide valid attachment or text");
        }
        if (!text.isBlank() && attachment.isObject()) {
            throw GraphError.invalidParameter("Message cannot have both a text and an attachment");
        }
        return new OutgoingMessage(
                text,
                metadata.isEmpty() ? null : metadata,
                quickReplies(message.path("quick_replies")),
                isTemplate(attachment) ? template(attachment.path("payload")) : null,
                attachment.isObject() && !isTemplate(attachment) ? file(attachment, withFile) : null,
                replyTo.path("mid").asString(null));
    }

    boolean isHeavy() {
        var type = attachment == null ? "" : attachment.path("type").asString("");
        return type.equals("audio") || type.equals("video");
    }

    static JsonNode file(JsonNode attachment, boolean withFile) {
        if (!FILES.contains(attachment.path("type").asString(""))) {
            throw GraphError.invalidParameter("Param attachment[type] must be one of " + FILES);
        }
        var payload = attachment.path("payload");
        if (!withFile && !payload.hasNonNull("url") && !payload.hasNonNull("attachment_id")) {
            throw GraphError.invalidParameter(
                    2018008, "Failed to fetch the file from the url: neither a url nor an attachment_id is there");
        }
        return attachment;
    }

    private static boolean isTemplate(JsonNode attachment) {
        return attachment.path("type").asString("").equals("template");
    }

    private static List<QuickReply> quickReplies(JsonNode replies) {
        atMost("message[quick_replies]", replies, 13);
        replies.valueStream().forEach(reply -> {
            if (reply.path("content_type").asString("").equals("text")) {
                required(reply, "message[quick_replies]", "title", MAX_TITLE);
                required(reply, "message[quick_replies]", "payload", MAX_PAYLOAD);
            }
        });
        return replies.valueStream().map(QuickReply::of).toList();
    }

    private static Template template(JsonNode payload) {
        switch (payload.path("template_type").asString("")) {
            case "button" -> {
                required(payload, "payload", "text", MAX_BUTTON_TEXT);
                buttons(payload.path("buttons"), true);
            }
            case "generic" -> {
                var elements = payload.path("elements");
                if (elements.isEmpty()) {
                    throw GraphError.invalidParameter("Param payload[elements] must hold 1 to 10 elements");
                }
                atMost("payload[elements]", elements, 10);
                elements.valueStream().forEach(OutgoingMessage::element);
            }
            default -> throw GraphError.invalidParameter("Param payload[template_type] must be button or generic");
        }
        return Template.of(payload);
    }

    private static void element(JsonNode element) {
        required(element, "payload[elements]", "title", MAX_CARD);
        string(element, "payload[elements]", "subtitle", MAX_CARD);
        buttons(element.path("buttons"), false);
    }

    private static void buttons(JsonNode buttons, boolean needed) {
        if (needed && buttons.isEmpty()) {
            throw GraphError.invalidParameter("Param payload[buttons] must hold 1 to 3 buttons");
        }
        atMost("payload[buttons]", buttons, 3);
        buttons.valueStream().forEach(button -> {
            required(button, "payload[buttons]", "title", MAX_TITLE);
            switch (button.path("type").asString("")) {
                case "web_url" -> required(button, "payload[buttons]", "url", MAX_TEXT);
                case "postback" -> required(button, "payload[buttons]", "payload", MAX_PAYLOAD);
                case "phone_number" -> required(button, "payload[buttons]", "payload", MAX_TITLE);
                default -> throw GraphError.invalidParameter("Param payload[buttons][type] is not known");
            }
        });
    }

    private static void atMost(String name, JsonNode list, int most) {
        if (list.size() > most) {
            throw GraphError.invalidParameter("Param %s has too many elements: at most %d".formatted(name, most));
        }
    }

    private static void required(JsonNode node, String where, String name, int characters) {
        if (string(node, where, name, characters).isBlank()) {
            throw GraphError.invalidParameter("Param %s[%s] is required".formatted(where, name));
        }
    }

    private static String string(JsonNode node, String where, String name, int characters) {
        var value = node.path(name);
        if (!value.isString() && !value.isMissingNode() && !value.isNull()) {
            throw GraphError.invalidParameter("Param %s[%s] must be a string".formatted(where, name));
        }
        var text = value.asString("");
        if (text.codePointCount(0, text.length()) > characters) {
            throw GraphError.invalidParameter(
                    "Length of param %s[%s] must be less than or equal to %d".formatted(where, name, characters));
        }
        return text;
    }
}
