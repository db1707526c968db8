package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import tools.jackson.databind.JsonNode;

/** Somebody who changes one table over HTTP. */
final class Analyst {
    final HttpSession http;
    final String table;

    Analyst(HttpSession http, String name) {
        this.http = http;
        this.table = "/api/v1/rules/" + name;
    }

    JsonNode current() {
        return http.get(table).json().get("current");
    }

    int version() {
        return current().get("number").asInt();
    }

    /** The current table with this row before all others. */
    String withRow(String row) {
        return current().get("dmn").asString().replaceFirst("<rule ", Matcher.quoteReplacement(row + "<rule "));
    }

    /**
     * A row.
     *
     * @param inputs by their place, the first is 1; all others take anything
     */
    static String row(String id, String note, int columns, Map<Integer, String> inputs, String... outputs) {
        var row = new StringBuilder("<rule id=\"%s\"><description>%s</description>".formatted(id, note));
        for (var input = 1; input <= columns; input++) {
            row.append("<inputEntry id=\"%s-%d\"><text>%s</text></inputEntry>"
                    .formatted(id, input, inputs.getOrDefault(input, "-")));
        }
        for (var output = 0; output < outputs.length; output++) {
            row.append("<outputEntry id=\"%s-%d\"><text>%s</text></outputEntry>"
                    .formatted(id, columns + 1 + output, outputs[output]));
        }
        return row.append("</rule>").toString();
    }

    JsonNode drafts(String dmn) {
        var draft = http.post(table + "/drafts", Map.of("dmn", dmn));
        assertThat(draft).returns(201, Answer::status);
        return draft.json();
    }

    /** As the draft was read, with what is needed beside. */
    static Map<String, Object> wanted(JsonNode draft, Map<String, ?> more) {
        var wanted = new HashMap<String, Object>(more);
        wanted.put("draft", draft.get("id").asString());
        wanted.put("revision", draft.get("revision").asLong());
        wanted.put("reason", "It was asked for");
        return wanted;
    }

    Answer deploys(JsonNode draft, Map<String, ?> more) {
        return http.post(table + "/deploy", wanted(draft, more));
    }

    void rollsBackTo(int version) {
        if (version() != version) {
            assertThat(http.post(table + "/rollback", Map.of("version", version, "reason", "As it was")))
                    .returns(200, Answer::status);
        }
    }
}
