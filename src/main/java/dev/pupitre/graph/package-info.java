/** How we speak to Meta's Graph API. */
@ApplicationModule(
        displayName = "graph",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.pupitre.graph;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
