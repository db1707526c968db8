/** The embedded MongoDB-compatible server of local mode, with its data on disk. */
@ApplicationModule(
        displayName = "store",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.pupitre.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
