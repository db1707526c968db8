package dev.pupitre.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what Meta means: real calls hold numbers for strings, strings for numbers, seconds for milliseconds. */
final class LenientJson {
    /** As milliseconds it would be a day before March 1973, so it is meant as seconds. */
    private static final long LARGEST_IN_SECONDS = 100_000_000_000L;

    private static final int LONGEST_ADDRESS = 4000;
    private static final Predicate<String> MID =
            Pattern.compile("[\\x21-\\x7e]{1,512}").asMatchPredicate();
    private static final Predicate<String> OBJECT =
            Pattern.compile("[A-Za-z0-9._:-]{1,128}").asMatchPredicate();

    private LenientJson() {}

    static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull()
                ? Optional.of(node.asString()).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    /** At most so many characters of the text, none of them split. */
    static @Nullable String text(JsonNode node, int longest) {
        return text(node).map(text -> cut(text, longest)).orElse(null);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Meta's id of a message. */
    static Optional<String> mid(JsonNode node) {
        return text(node).filter(MID);
    }

    /** Meta's id of anything that stands in addresses and keys: a person, a comment, a post, an application. */
    static Optional<String> id(JsonNode node) {
        return text(node).filter(OBJECT);
    }

    /** An address that a browser may be led to: what else a sender writes there, such as a script, is left out. */
    static Optional<String> address(JsonNode node) {
        return text(node).map(String::strip).filter(LenientJson::isOfTheWeb);
    }

    private static boolean isOfTheWeb(String address) {
        try {
            var uri = new URI(address);
            return address.length() <= LONGEST_ADDRESS
                    && uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException nonsense) {
            return false;
        }
    }

    static Optional<Double> coordinate(JsonNode node, double largest) {
        return text(node).flatMap(LenientJson::decimal).filter(degrees -> Math.abs(degrees) <= largest);
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

    private static Optional<Double> decimal(String text) {
        try {
            return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
        } catch (NumberFormatException nonsense) {
            return Optional.empty();
        }
    }

    private static Instant instant(long number) {
        return number < LARGEST_IN_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }
}
