/** Who answers: presence, capacity, the queue and assignment. */
@ApplicationModule(
        displayName = "routing",
        allowedDependencies = {"kernel", "engine", "conversation", "campaign", "identity", "live", "audit"})
@NullMarked
package dev.pupitre.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
