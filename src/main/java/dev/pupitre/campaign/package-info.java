/** Campaigns: what a group of conversations has in common; and teams of agents. */
@ApplicationModule(
        displayName = "campaign",
        allowedDependencies = {"audit", "kernel", "engine", "page", "identity", "live"})
@NullMarked
package dev.pupitre.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
