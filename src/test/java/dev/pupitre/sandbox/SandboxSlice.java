package dev.pupitre.sandbox;

import dev.pupitre.WebAlone;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/** The sandbox with the web server and nothing else; not a component, so that no other test's scan finds it. */
@WebAlone
@ComponentScan({"dev.pupitre.kernel", "dev.pupitre.sandbox"})
@ConfigurationPropertiesScan("dev.pupitre.sandbox")
class SandboxSlice {}
