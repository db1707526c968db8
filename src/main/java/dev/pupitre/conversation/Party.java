package dev.pupitre.conversation;

/** A Page, a customer or an agent, by id and as people call them. */
public record Party(String id, String name) {}
