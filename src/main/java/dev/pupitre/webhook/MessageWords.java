package dev.pupitre.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Says a message in plain words: its text, and what else was in it. */
final class MessageWords {
    /** Ten times what Messenger lets a customer write. */
    private static final int LONGEST = 20_000;

    private static final Map<String, String> ATTACHMENTS = Map.ofEntries(
            Map.entry("image", "[image]"),
            Map.entry("audio", "[audio]"),
            Map.entry("video", "[video]"),
            Map.entry("file", "[file]"),
            Map.entry("sticker", "[sticker]"),
            Map.entry("location", "[location]"),
            Map.entry("fallback", "[link]"),
            Map.entry("share", "[shared post]"),
            Map.entry("post", "[shared post]"),
            Map.entry("ig_post", "[shared post]"),
            Map.entry("reel", "[reel]"),
            Map.entry("ig_reel", "[reel]"),
            Map.entry("template", "[template]"),
            Map.entry("appointment_booking", "[appointment]"));

    private MessageWords() {}

    static String of(JsonNode message) {
        var text = LenientJson.text(message.path("text"));
        var words = Stream.concat(text.stream(), attachments(message, text.orElse("")))
                .collect(Collectors.joining("\n"));
        return words.isEmpty() ? "[unsupported message]" : cut(words);
    }

    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Until August 2026 a sticker came as an image with the sticker's number beside it. */
    private static Stream<String> attachments(JsonNode message, String text) {
        if (message.has("sticker_id")) {
            return Stream.of("[sticker]");
        }
        return StreamSupport.stream(
                        LenientJson.elements(message.path("attachments")).spliterator(), false)
                .map(attachment -> attachment(attachment, text));
    }

    private static String attachment(JsonNode attachment, String text) {
        var payload = attachment.path("payload");
        if (payload.has("sticker_id")) {
            return "[sticker]";
        }
        var type = LenientJson.text(attachment.path("type")).orElse("");
        var word = ATTACHMENTS.getOrDefault(type, "[attachment]");
        return type.equals("fallback")
                ? link(attachment)
                        .filter(address -> !text.contains(address))
                        .map(address -> word + " " + address)
                        .orElse(word)
                : word;
    }

    private static Optional<String> link(JsonNode attachment) {
        return LenientJson.text(attachment.path("url"))
                .or(() -> LenientJson.text(attachment.path("payload").path("url")));
    }
}
