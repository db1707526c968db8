package dev.pupitre.engine;

/** The shipped tables for the tests of other rooms. */
public final class PackagedTables {
    private PackagedTables() {}

    public static DecisionTables decisionTables() {
        return new DecisionTables();
    }
}
