/** The Facebook Pages Pupitre answers for. */
@ApplicationModule(
        displayName = "page",
        allowedDependencies = {"kernel", "graph", "identity"})
@NullMarked
package dev.pupitre.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
