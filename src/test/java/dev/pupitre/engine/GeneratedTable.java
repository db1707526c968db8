package dev.pupitre.engine;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table of random rows over a text, a kind, a number, a date, a time and a flag, and questions to it. */
public final class GeneratedTable {
    private static final List<String> WORDS =
            List.of("order", "refund", "urgent", "bonjour", "hello", "où", "true", "", "a, b", "\uD83D\uDE00");
    private static final List<String> KINDS = List.of("message", "comment", "postback", "referral");

    private final Random random;
    private final boolean breaking;

    /** @param breaking whether some of its expressions fail */
    public GeneratedTable(long seed, boolean breaking) {
        this.random = new Random(seed);
        this.breaking = breaking;
    }

    /** FIRST, or another hit policy now and then. */
    public String dmn(String decision, int rows) {
        var policy = random.nextInt(12) == 0 ? "RULE ORDER" : "FIRST";
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="g" name="g" namespace="g">
                  <decision id="%s" name="Generated"><decisionTable id="t" hitPolicy="%s">
                %s%s%s
                  </decisionTable></decision>
                </definitions>
                """.formatted(decision, policy, inputs(), outputs(), rules(rows));
    }

    private static String inputs() {
        return IntStream.range(0, 6)
                .mapToObj(column ->
                        "<input id=\"i%d\" label=\"Input %d\"><inputExpression id=\"x%d\"><text>%s</text></inputExpression></input>\n"
                                .formatted(
                                        column,
                                        column,
                                        column,
                                        List.of("text", "kind", "hours", "date(day)", "time(at)", "flag")
                                                .get(column)))
                .collect(joining());
    }

    private static String outputs() {
        return "<output id=\"o1\" name=\"target\" typeRef=\"string\"/><output id=\"o2\" name=\"priority\" typeRef=\"number\"/>\n";
    }

    private String rules(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "<rule id=\"r%d\">%s%s</rule>\n"
                        .formatted(
                                row,
                                IntStream.range(0, 6)
                                        .mapToObj(column ->
                                                entry("inputEntry", "r%di%d".formatted(row, column), cell(column)))
                                        .collect(joining()),
                                entry("outputEntry", "r%do1".formatted(row), output())
                                        + entry("outputEntry", "r%do2".formatted(row), String.valueOf(row))))
                .collect(joining());
    }

    private static String entry(String tag, String id, String text) {
        var escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<%s id=\"%s\"><text>%s</text></%s>".formatted(tag, id, escaped, tag);
    }

    private String output() {
        return pick(List.of(
                "\"team\"",
                "null",
                "kind",
                "if hours > 3 then \"late\" else \"early\"",
                "true",
                "upper case(text)",
                "3.50"));
    }

    private String cell(int column) {
        if (random.nextInt(100) < 45) {
            return pick(List.of("-", "-", ""));
        }
        if (breaking && random.nextInt(12) == 0) {
            return pick(List.of(
                    "assert(?, ? != null)",
                    "assert(text, false, \"never\")",
                    "[1,2] < [3,4]",
                    "matches(?, \"[\")",
                    "nothing(?)",
                    "? ** ?",
                    "now() > hours",
                    "some x in ? satisfies x > 1"));
        }
        return switch (column) {
            case 0 -> text();
            case 1 -> kind();
            case 2 -> number();
            case 3 -> date();
            case 4 -> time();
            default -> pick(List.of("true", "false", "not(true)", "null", "flag"));
        };
    }

    private String text() {
        var word = pick(WORDS);
        return pick(List.of(
                        "contains(?, \"%s\")",
                        "not(contains(?, \"%s\"))",
                        "starts with(?, \"%s\")",
                        "contains(?, \"%s\"), contains(?, \"x\")",
                        "contains(?, \"%s\") or ends with(?, \"o\")",
                        "contains(?, \"%s\") and not(contains(?, \"zz\"))",
                        "\"%s\"",
                        "not(\"%s\", null)",
                        "string length(?) > 4 and ? != \"%s\"",
                        "contains(lower case(?), \"%s\")",
                        "contains(text, \"%s\")",
                        "? = kind or ? = \"%s\"",
                        "list contains([\"%s\",\"hello\"], ?)",
                        "matches(?, \".*%s.*\")",
                        "matches(?, \"(^|[^\\p{L}\\p{N}])(%s[\\p{L}\\p{N}]*|urg.+t)([^\\p{L}\\p{N}]|$)\")",
                        "matches(?, \"(?iu)%s\") or contains(?, \"x\")",
                        "not(matches(?, \"^%s\") or contains(?, \"x\"))",
                        "contains(?, \"%s\") or matches(?, \"lo$\") and not(contains(?, \"ref\"))",
                        "matches(?, \"%s\", \"i\")",
                        "contains(?, kind + \"%s\")"))
                .replace("%s", word);
    }

    private String kind() {
        return pick(List.of(
                        "\"%s\"",
                        "\"%s\",\"comment\"",
                        "not(\"%s\")",
                        "not(\"%s\",\"message\")",
                        "null",
                        "not(null)",
                        "\"%s\",null",
                        "< \"%s\"",
                        "[\"a\"..\"%s\"]",
                        "true",
                        "3"))
                .replace("%s", pick(KINDS));
    }

    private String number() {
        return pick(List.of(
                        "%d",
                        "< %d",
                        ">= %d",
                        "[2..%d]",
                        "]2..%d[",
                        "not(> %d)",
                        "< 2, > %d",
                        "%d.0",
                        "-%d",
                        "? + 1 > %d",
                        "> \"%d\"",
                        "null",
                        "[%d..\"x\"]"))
                .replace("%d", String.valueOf(random.nextInt(8)));
    }

    private String date() {
        var day = "date(\"2026-12-%02d\")".formatted(1 + random.nextInt(28));
        return pick(List.of(
                        "%s",
                        "< %s",
                        "[%s..date(\"2026-12-31\")]",
                        "not(%s)",
                        ">= %s, date(\"2026-01-01\")",
                        "day of week(?) = \"Monday\"",
                        "%s + duration(\"P1D\")",
                        "?.day < 15"))
                .replace("%s", day);
    }

    private String time() {
        var time = "time(\"%02d:%02d:00\")".formatted(random.nextInt(24), 15 * random.nextInt(4));
        return pick(List.of(
                        "%s",
                        "< %s",
                        "[%s..time(\"18:00:00\"))",
                        "not([time(\"08:00:00\")..%s])",
                        ">= time(\"22:00:00\"), < %s",
                        "?.hour < 12",
                        "@\"09:00:00\""))
                .replace("%s", time);
    }

    /** Mostly what the table expects; sometimes nothing, null, or of another type. */
    public Map<String, @Nullable Object> question() {
        var facts = new HashMap<String, @Nullable Object>();
        put(facts, "text", pick(WORDS) + pick(List.of("", " ", "x")) + pick(WORDS));
        put(facts, "kind", pick(KINDS));
        put(
                facts,
                "hours",
                pick(List.of(
                        random.nextInt(8), random.nextInt(8) / 2.0, (long) random.nextInt(8), new BigDecimal("2.0"))));
        put(facts, "day", "2026-12-%02d".formatted(1 + random.nextInt(28)));
        put(facts, "at", "%02d:%02d:00".formatted(random.nextInt(24), 15 * random.nextInt(4)));
        put(facts, "flag", random.nextBoolean());
        return facts;
    }

    private void put(Map<String, @Nullable Object> facts, String name, Object value) {
        switch (random.nextInt(24)) {
            case 0 -> facts.put(name, null);
            case 1 -> {}
            case 2 -> facts.put(name, pick(wrong()));
            default -> facts.put(name, value);
        }
    }

    private static List<Object> wrong() {
        var wrong =
                new ArrayList<Object>(List.of("", "x", 3, 2.5, true, List.of(1, 2), List.of("order"), Map.of("a", 1)));
        wrong.add(List.of(List.of(2)));
        return wrong;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
