package dev.pupitre.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages JSON in the ways senders and networks do, the same for the same seed. */
final class JsonMutation {
    private static final Pattern VALUE = Pattern.compile("(?<=: )(?:\"[^\"]*\"|-?[0-9]+|true|false|null)");
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1e400",
            "0.5",
            "99999999999999999999999999",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"<script>\"",
            "\"" + "x".repeat(3000) + "\"",
            "[]",
            "{}",
            "[[[{}]]]",
            "{\"id\": {\"id\": []}}",
            "\"page\"");

    private final Random random;

    JsonMutation(Random random) {
        this.random = random;
    }

    byte[] of(String json) {
        return switch (random.nextInt(5)) {
            case 0 -> truncated(json.getBytes(UTF_8));
            case 1 -> withOtherBytes(json.getBytes(UTF_8));
            case 2 -> withoutLine(json).getBytes(UTF_8);
            default -> withOtherValues(json).getBytes(UTF_8);
        };
    }

    private byte[] truncated(byte[] json) {
        return Arrays.copyOf(json, random.nextInt(json.length));
    }

    private byte[] withOtherBytes(byte[] json) {
        for (var times = random.nextInt(1, 6); times > 0; times--) {
            json[random.nextInt(json.length)] = (byte) random.nextInt(256);
        }
        return json;
    }

    private String withoutLine(String json) {
        var lines = new ArrayList<>(json.lines().toList());
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    /** Still JSON, but with strange values where Meta has strings, numbers and truth values. */
    private String withOtherValues(String json) {
        var rate = random.nextInt(2, 20);
        return VALUE.matcher(json)
                .replaceAll(value -> Matcher.quoteReplacement(
                        random.nextInt(rate) == 0 ? STRANGE.get(random.nextInt(STRANGE.size())) : value.group()));
    }
}
