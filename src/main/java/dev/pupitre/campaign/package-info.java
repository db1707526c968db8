/** Campaigns: what a group of conversations has in common. */
@ApplicationModule(
        displayName = "campaign",
        allowedDependencies = {"kernel", "page", "identity"})
@NullMarked
package dev.pupitre.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
