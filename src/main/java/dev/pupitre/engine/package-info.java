/** The only room that knows Camunda: its client, the models, publishing, job workers and the local broker. */
@ApplicationModule(
        displayName = "engine",
        allowedDependencies = {"kernel"})
@NullMarked
package dev.pupitre.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
