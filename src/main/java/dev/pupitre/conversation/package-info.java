/** Conversations with their transcripts: the inbox, the relay into the process, the outbox to Meta. */
@ApplicationModule(
        displayName = "conversation",
        allowedDependencies = {"kernel", "audit", "engine", "graph", "page", "campaign", "identity", "live"})
@NullMarked
package dev.pupitre.conversation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
