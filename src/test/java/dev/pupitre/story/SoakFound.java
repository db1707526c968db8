package dev.pupitre.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** What conversations hold in the end, as the desk is told it. */
final class SoakFound {
    final Map<String, List<String>> privately = new TreeMap<>();
    final Map<String, List<String>> publicly = new TreeMap<>();
    final Set<String> hidden = new HashSet<>();
    final Map<String, String> rated = new HashMap<>();
    final Map<String, String> files = new HashMap<>();
    final Map<String, String> edited = new HashMap<>();
    final Set<String> removed = new HashSet<>();
    final Set<String> reacted = new HashSet<>();
    final Map<String, Integer> lines = new TreeMap<>();
    int answers;

    void add(JsonNode conversation, List<JsonNode> messages) {
        var ids = new ArrayList<String>();
        for (var message : messages) {
            var happening = message.get("happening");
            if (!happening.isNull()) {
                lines.merge(happening.get("type").asString(), 1, Integer::sum);
            } else if (message.at("/author/kind").asString().equals("AGENT")) {
                answers++;
            } else {
                ids.add(message.get("mid").asString());
                note(message);
            }
        }
        ids.sort(String::compareTo);
        if (conversation.get("channel").asString().equals("COMMENT")) {
            publicly.merge(ids.getFirst(), ids, SoakFound::both);
        } else {
            privately.merge(conversation.at("/customer/id").asString(), ids, SoakFound::both);
        }
    }

    /** Two conversations where one is expected show as one with too much in it, and are counted as well. */
    private static List<String> both(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private void note(JsonNode message) {
        var mid = message.get("mid").asString();
        if (!message.get("editedAt").isNull()) {
            edited.put(mid, message.get("text").asString());
        }
        if (!message.get("removedAt").isNull()) {
            removed.add(mid);
        }
        if (message.at("/comment/hidden").asBoolean(false)) {
            hidden.add(mid);
        }
        for (var sign : message.get("reactions")) {
            noteSign(mid, sign);
        }
        for (var attachment : message.get("attachments")) {
            if (attachment.get("state").asString().equals("STORED")) {
                files.put(mid, attachment.get("id").asString());
            }
        }
    }

    /** That a recommendation is one shows as a sign, too. */
    private void noteSign(String mid, JsonNode sign) {
        var name = sign.get("name").asString("");
        if (name.equals("like") || name.equals("dislike")) {
            rated.put(mid, name);
        } else if (sign.get("by").asString().equals("CUSTOMER")) {
            reacted.add(mid);
        }
    }
}
