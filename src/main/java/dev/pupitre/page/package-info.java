/** The Facebook Pages Pupitre answers for. */
@ApplicationModule(
        displayName = "page",
        allowedDependencies = {"audit", "kernel", "engine", "graph", "identity", "live"})
@NullMarked
package dev.pupitre.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
