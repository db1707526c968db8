package dev.pupitre.sandbox;

import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The limits of the Messenger Platform's pages "Greeting", "Get started", "Ice breakers" and "Persistent menu". */
final class MessengerProfileRules {
    private static final int MAX_GREETING = 160;
    private static final int MAX_PAYLOAD = 1_000;
    private static final int MAX_QUESTION = 80;
    private static final int MAX_QUESTIONS = 4;
    private static final int MAX_ITEMS = 20;
    private static final int MAX_TITLE = 30;
    private static final JsonNode EMPTY = JsonNodeFactory.instance.arrayNode();

    private MessengerProfileRules() {}

    static void check(Map<String, JsonNode> known, Map<String, JsonNode> changes) {
        changes.getOrDefault("greeting", EMPTY)
                .valueStream()
                .forEach(greeting -> limit(greeting, "text", MAX_GREETING));
        var started = changes.get("get_started");
        if (started != null) {
            limit(started, "payload", MAX_PAYLOAD);
        }
        questions(changes.getOrDefault("ice_breakers", EMPTY));
        menu(changes.getOrDefault("persistent_menu", EMPTY));
        if (changes.containsKey("persistent_menu")
                && !known.containsKey("get_started")
                && !changes.containsKey("get_started")) {
            throw GraphError.invalidParameter(
                    "You must set a Get Started button if you also wish to use persistent menu");
        }
    }

    static void checkRemoval(Map<String, JsonNode> known, Set<String> names) {
        if (names.contains("get_started")
                && known.containsKey("persistent_menu")
                && !names.contains("persistent_menu")) {
            throw GraphError.invalidParameter(
                    "You must delete the persistent menu before the Get Started button can be deleted");
        }
    }

    /** Either the questions themselves, or lists of them by locale. */
    private static void questions(JsonNode breakers) {
        breakers.valueStream().forEach(breaker -> {
            if (breaker.has("call_to_actions")) {
                questions(breaker.path("call_to_actions"));
            } else {
                limit(breaker, "question", MAX_QUESTION);
                limit(breaker, "payload", MAX_PAYLOAD);
            }
        });
        if (breakers.size() > MAX_QUESTIONS && !breakers.path(0).has("call_to_actions")) {
            throw GraphError.invalidParameter("Param ice_breakers has too many elements: at most " + MAX_QUESTIONS);
        }
    }

    private static void menu(JsonNode menus) {
        menus.valueStream().forEach(menu -> {
            var items = menu.path("call_to_actions");
            if (items.size() > MAX_ITEMS) {
                throw GraphError.invalidParameter("Param call_to_actions has too many elements: at most " + MAX_ITEMS);
            }
            items.valueStream().forEach(item -> limit(item, "title", MAX_TITLE));
        });
    }

    private static void limit(JsonNode node, String name, int characters) {
        var text = node.path(name).asString("");
        if (text.isEmpty()) {
            throw GraphError.invalidParameter("The parameter %s is required".formatted(name));
        }
        if (text.codePointCount(0, text.length()) > characters) {
            throw GraphError.invalidParameter(
                    "Length of param %s must be less than or equal to %d".formatted(name, characters));
        }
    }
}
