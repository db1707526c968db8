package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One message of a transcript, as Pupitre numbers it. */
public record MessageId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MessageId {
        Identifiers.requireWellFormed("MessageId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
