package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;

/** Someone who logs in: an agent, a supervisor, an analyst or an administrator. */
public record UserId(@JsonValue String value) implements Serializable {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UserId {
        Identifiers.requireWellFormed("UserId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
