package dev.pupitre.sandbox;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a call to the Send API asks for, checked as Meta checks it: a message, or a sign that the Page is there. */
sealed interface GraphSend {
    int MAX_TEXT = 2_000;
    int MAX_METADATA = 1_000;
    int EMPTY = 2018034;
    Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
    Set<String> ACTIONS = Set.of("typing_on", "typing_off", "mark_seen");

    record Text(String text, @Nullable String metadata) implements GraphSend {}

    record Action(String action) implements GraphSend {}

    static GraphSend of(GraphCall call) {
        var action = call.text("sender_action");
        return action.isPresent() ? action(action.get()) : message(call);
    }

    static String recipientId(GraphCall call) {
        var id = call.structure("recipient").path("id");
        if (!id.isString() && !id.isIntegralNumber()) {
            throw GraphError.invalidParameter("Param recipient must hold an id: the sandbox knows no other recipient");
        }
        return id.asString();
    }

    private static GraphSend action(String action) {
        if (!ACTIONS.contains(action)) {
            throw GraphError.invalidParameter("Param sender_action must be one of " + ACTIONS);
        }
        return new Action(action);
    }

    private static GraphSend message(GraphCall call) {
        var type = call.text("messaging_type").orElse("RESPONSE");
        if (!TYPES.contains(type)) {
            throw GraphError.invalidParameter("Param messaging_type must be one of " + TYPES);
        }
        var message = call.structure("message");
        if (!message.isObject()) {
            throw GraphError.invalidParameter("Param message must be an object");
        }
        if (message.has("attachment")) {
            throw GraphError.invalidParameter("Param message[attachment] is not known to the sandbox");
        }
        var metadata = string(message, "metadata").orElse(null);
        limit("metadata", metadata == null ? "" : metadata, MAX_METADATA);
        var text = string(message, "text").orElse("");
        if (text.isBlank()) {
            throw GraphError.invalidParameter(EMPTY, "Message cannot be empty, must provide valid attachment or text");
        }
        limit("text", text, MAX_TEXT);
        return new Text(text, metadata);
    }

    private static Optional<String> string(JsonNode message, String name) {
        var value = message.path(name);
        if (!value.isString() && !value.isMissingNode() && !value.isNull()) {
            throw GraphError.invalidParameter("Param message[%s] must be a string".formatted(name));
        }
        return value.stringValueOpt();
    }

    private static void limit(String name, String value, int characters) {
        if (value.codePointCount(0, value.length()) > characters) {
            throw GraphError.invalidParameter(
                    "Length of param message[%s] must be less than or equal to %d".formatted(name, characters));
        }
    }
}
