package dev.pupitre.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The processes that come with this version of Pupitre, as they are drawn. */
@Component
public class ProcessModels {
    /**
     * A process as it is drawn.
     *
     * @param version as the engine counts it; null while it has not told
     * @param xml BPMN 2.0, with the places of its shapes
     */
    public record ProcessModel(String id, @Nullable Integer version, String xml) {}

    private final Map<String, Integer> versions = new ConcurrentHashMap<>();

    void deployed(String processId, int version) {
        versions.put(processId, version);
    }

    /** The process in the file of this name. */
    public ProcessModel get(String processId) {
        try {
            var xml = new ClassPathResource("bpmn/" + processId + ".bpmn").getContentAsString(StandardCharsets.UTF_8);
            return new ProcessModel(processId, versions.get(processId), xml);
        } catch (IOException failure) {
            throw new UncheckedIOException("Expected a readable model of " + processId, failure);
        }
    }
}
