/** What customers say of a conversation when it is over. */
@ApplicationModule(
        displayName = "survey",
        allowedDependencies = {"kernel", "engine", "conversation", "campaign"})
@NullMarked
package dev.pupitre.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
