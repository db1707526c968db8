/** Meta's webhooks: verified, understood, stored, handed on. */
@ApplicationModule(
        displayName = "webhook",
        allowedDependencies = {"kernel", "page", "conversation"})
@NullMarked
package dev.pupitre.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
