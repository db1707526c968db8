/** One feed of small changes to browsers, across nodes. */
@ApplicationModule(
        displayName = "live",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.pupitre.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
