/** The book of administrative acts: who did what, when, to whom and from where. */
@ApplicationModule(
        displayName = "audit",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.pupitre.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
