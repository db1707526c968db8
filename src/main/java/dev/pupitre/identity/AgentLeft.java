package dev.pupitre.identity;

import dev.pupitre.kernel.UserId;

/** An agent was disabled, or is no agent any more; told on the node where it was decided, and not again after a crash. */
public record AgentLeft(UserId agent) {}
