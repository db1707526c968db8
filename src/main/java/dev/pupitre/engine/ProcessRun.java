package dev.pupitre.engine;

/**
 * Which process a task is done for.
 *
 * @param instance the engine's key of it
 * @param version of the model it runs on, as the engine counts it
 */
public record ProcessRun(long instance, int version) {}
