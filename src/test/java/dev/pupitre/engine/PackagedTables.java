package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/** The shipped tables for the tests of other rooms. */
public final class PackagedTables {
    private PackagedTables() {}

    public static DecisionTables decisionTables() {
        return new DecisionTables();
    }

    /** An analyst has given those who speak this language a priority, as XML. */
    public static String routingByLocale(String locale, int priority) {
        var priorityOnly = new String[] {"null", "null", "null", "null", String.valueOf(priority)};
        var table = new EditedTable("routing").row("By language", Map.of("locale", "\"" + locale + "\""), priorityOnly);
        return new String(table.xml("routing"), UTF_8);
    }

    /** An analyst has let everything go as a human's. */
    public static DecisionTables messagingPolicyThatTagsEverything() {
        return new EditedTable("messaging-policy")
                .row("Everything", Map.of(), "true", "\"MESSAGE_TAG\"", "\"HUMAN_AGENT\"", "null", "null")
                .decisionTables();
    }
}
