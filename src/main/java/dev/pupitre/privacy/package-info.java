/** What people may ask for about their data, what Meta asks for in their name, and how long anything is kept. */
@ApplicationModule(
        displayName = "privacy",
        allowedDependencies = {"audit", "kernel", "engine", "conversation", "page"})
@NullMarked
package dev.pupitre.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
