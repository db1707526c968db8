package dev.pupitre.kernel;

/** What a user may do: answer, watch, edit the tables, set everything up. */
public enum Role {
    AGENT,
    SUPERVISOR,
    ANALYST,
    ADMIN
}
