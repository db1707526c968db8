package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One conversation, from its first message to its end; also the process's correlation key. */
public record ConversationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ConversationId {
        Identifiers.requireWellFormed("ConversationId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
