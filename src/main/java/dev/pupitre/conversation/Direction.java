package dev.pupitre.conversation;

/** From the customer to the Page, back, or between colleagues. */
public enum Direction {
    IN,
    OUT,
    /** For colleagues only: the customer never gets it. */
    NOTE
}
