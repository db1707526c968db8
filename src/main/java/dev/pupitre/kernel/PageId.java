package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A Facebook Page, as Meta numbers it. */
public record PageId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PageId {
        Identifiers.requireWellFormed("PageId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
