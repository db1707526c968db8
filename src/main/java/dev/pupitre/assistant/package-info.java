/** The AI agent: answers customers from what a campaign knows, and hands over to a human. */
@ApplicationModule(
        displayName = "assistant",
        allowedDependencies = {"kernel", "engine", "conversation", "campaign"})
@NullMarked
package dev.pupitre.assistant;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
