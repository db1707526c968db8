package dev.pupitre.engine;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the broker of local mode runs, {@code pupitre.local.*}.
 *
 * @param directory keeps the broker's data and log
 * @param engineDirectory holds the broker's distribution, fetched by the build and unpacked once
 * @param memory the broker's heap
 * @param ports where the broker listens, on this machine only; 0 takes any free port
 */
@ConfigurationProperties("pupitre.local")
record LocalProperties(
        @DefaultValue(".local") Path directory,
        @DefaultValue(".local/engine") Path engineDirectory,
        @DefaultValue("768MB") DataSize memory,
        @DefaultValue BrokerPorts ports) {}
