package dev.pupitre.graph;

/** How a customer is called. */
public record Profile(String name) {}
