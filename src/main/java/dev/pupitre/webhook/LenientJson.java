package dev.pupitre.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads what Meta means: real calls hold numbers for strings, strings for numbers, seconds for milliseconds. */
final class LenientJson {
    /** As milliseconds it would be a day before March 1973, so it is meant as seconds. */
    private static final long LARGEST_IN_SECONDS = 100_000_000_000L;

    private LenientJson() {}

    static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** The elements of a list; what stands alone is taken for a list of one. */
    static Iterable<JsonNode> elements(JsonNode node) {
        if (node.isArray()) {
            return node;
        }
        return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
    }

    /** A time until {@code latest}; anything else is nonsense. */
    static Optional<Instant> time(JsonNode node, Instant latest) {
        return text(node).flatMap(LenientJson::number).map(LenientJson::instant).filter(at -> !at.isAfter(latest));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(number -> number > 0);
        } catch (NumberFormatException nonsense) {
            return Optional.empty();
        }
    }

    private static Instant instant(long number) {
        return number < LARGEST_IN_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
