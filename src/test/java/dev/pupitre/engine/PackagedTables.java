package dev.pupitre.engine;

import java.util.Map;

/** The shipped tables for the tests of other rooms. */
public final class PackagedTables {
    private PackagedTables() {}

    public static DecisionTables decisionTables() {
        return new DecisionTables();
    }

    /** An analyst has let everything go as a human's. */
    public static DecisionTables messagingPolicyThatTagsEverything() {
        return new EditedTable("messaging-policy")
                .row("Everything", Map.of(), "true", "\"MESSAGE_TAG\"", "\"HUMAN_AGENT\"", "null", "null")
                .decisionTables();
    }
}
