package dev.pupitre.rules;

/** The engine has a version that it did not have before; told on the node that gave it. */
record VersionDeployed(TableVersion version) {}
