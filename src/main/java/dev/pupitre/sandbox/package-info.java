/** A stand-in for Facebook that plays the customer and the Graph API over real HTTP. */
@ApplicationModule(
        displayName = "sandbox",
        allowedDependencies = {})
@NullMarked
package dev.pupitre.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
