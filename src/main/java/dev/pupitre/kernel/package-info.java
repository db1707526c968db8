/** The few words every room shares: identifiers, the caller of a request, secrets, and how a refusal is told. */
@ApplicationModule(displayName = "kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.pupitre.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
