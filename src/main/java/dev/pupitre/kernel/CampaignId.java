package dev.pupitre.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A campaign, by the name the tables use for it. */
public record CampaignId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CampaignId {
        Identifiers.requireWellFormed("CampaignId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
