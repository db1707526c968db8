package dev.pupitre.sandbox;

import org.jspecify.annotations.Nullable;

/** A name and a picture under which the Page writes. */
record Persona(String id, String name, @Nullable String picture) {}
