package dev.pupitre.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call to the Send API asks for, checked as Meta checks it (Messenger Platform, "Send API" and "Sender
 * actions"): a message, a sign that the Page is there, or a reaction.
 */
sealed interface GraphSend {
    int EMPTY = 2018034;
    Set<String> TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY");
    Set<String> ACTIONS = Set.of("typing_on", "typing_off", "mark_seen", "react", "unreact");

    /** A message, whose attachment is yet to be found. */
    record Text(String type, @Nullable String tag, @Nullable String persona, OutgoingMessage message)
            implements GraphSend {}

    record Action(String action) implements GraphSend {}

    /** Without an emoji the reaction is taken back. */
    record React(String mid, @Nullable String emoji) implements GraphSend {}

    static GraphSend of(GraphCall call) {
        var action = call.text("sender_action");
        return action.isPresent() ? action(call, action.get()) : message(call);
    }

    private static GraphSend action(GraphCall call, String action) {
        if (!ACTIONS.contains(action)) {
            throw GraphError.invalidParameter("Param sender_action must be one of " + ACTIONS);
        }
        if (!action.endsWith("react")) {
            return new Action(action);
        }
        var payload = call.structure("payload");
        var emoji = payload.path("reaction").asString("");
        if (action.equals("react") && emoji.isEmpty()) {
            throw GraphError.invalidParameter("Param payload must hold a reaction");
        }
        return new React(payload.path("message_id").asString(""), action.equals("react") ? emoji : null);
    }

    private static GraphSend message(GraphCall call) {
        var type = call.text("messaging_type").orElse("RESPONSE");
        if (!TYPES.contains(type)) {
            throw GraphError.invalidParameter("Param messaging_type must be one of " + TYPES);
        }
        return new Text(
                type,
                call.text("tag").orElse(null),
                call.text("persona_id").orElse(null),
                OutgoingMessage.of(
                        call.structure("message"),
                        call.structure("reply_to"),
                        call.file("filedata").isPresent()));
    }

    static JsonNode recipient(GraphCall call) {
        var recipient = call.structure("recipient");
        if (!recipient.isObject()) {
            throw GraphError.invalidParameter("Param recipient must be a JSON object");
        }
        return recipient;
    }
}
