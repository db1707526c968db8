package dev.pupitre.conversation;

/** From the customer to the Page, or back. */
public enum Direction {
    IN,
    OUT
}
