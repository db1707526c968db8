/** Who may use Pupitre: users, roles, login, API tokens. */
@ApplicationModule(
        displayName = "identity",
        allowedDependencies = {"audit", "kernel"})
@NullMarked
package dev.pupitre.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
