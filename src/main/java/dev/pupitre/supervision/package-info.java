/** What those who lead the desk see and do: the live monitor, the recordings, and the alerts. */
@ApplicationModule(
        displayName = "supervision",
        allowedDependencies = {"kernel", "audit", "conversation", "routing", "campaign", "page", "identity", "live"})
@NullMarked
package dev.pupitre.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
