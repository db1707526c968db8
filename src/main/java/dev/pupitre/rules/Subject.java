package dev.pupitre.rules;

import dev.pupitre.engine.CompiledTable;

/**
 * A table that is tried: a file, a draft, or a version.
 *
 * @param dmn what is written in it
 * @param file the same, read
 */
record Subject(String dmn, DmnFile file, CompiledTable compiled) {}
