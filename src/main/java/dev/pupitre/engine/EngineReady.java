package dev.pupitre.engine;

/** The engine answers, the models are deployed and the workers are open. */
public record EngineReady() {}
