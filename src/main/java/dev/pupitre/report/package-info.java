/** What conversations that are over add up to, over any period and in any time zone. */
@ApplicationModule(
        displayName = "report",
        allowedDependencies = {"kernel", "conversation", "campaign", "survey", "identity"})
@NullMarked
package dev.pupitre.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
