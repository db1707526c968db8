package dev.pupitre.store;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where and how safely the embedded server keeps its data, {@code pupitre.store.*}.
 *
 * @param directory holds the data file
 * @param sync false: an answered write survives the death of the process, for the operating system has it; true: it
 *     survives a power failure, too, at about a third of the speed
 * @param compactAbove a smaller file is never compacted at start-up
 * @param cache how much memory the documents that were read or written last may take, to the megabyte
 */
@ConfigurationProperties("pupitre.store")
record StoreProperties(
        @DefaultValue(".local/store") Path directory,
        @DefaultValue("false") boolean sync,
        @DefaultValue("64MB") DataSize compactAbove,
        @DefaultValue("64MB") DataSize cache) {}
