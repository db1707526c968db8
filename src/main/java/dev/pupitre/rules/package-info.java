/** The tables that decide: their versions and drafts, and how a changed one comes to the engine. */
@ApplicationModule(
        displayName = "rules",
        allowedDependencies = {
            "audit",
            "kernel",
            "engine",
            "identity",
            "page",
            "campaign",
            "conversation",
            "report",
            "live"
        })
@NullMarked
package dev.pupitre.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
