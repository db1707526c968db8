package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A model under other names on the same broker, so that the workers and messages of the original stay out of it. */
public final class ModelCopy {
    private static final Pattern TASK = Pattern.compile("taskDefinition type=\"([^\"]*)\"");

    private ModelCopy() {}

    /** The model whose process, jobs and messages have this before their names. */
    public static byte[] of(String process, String prefix) {
        return read(process)
                .replace("<bpmn:process id=\"" + process + "\"", "<bpmn:process id=\"" + prefix + process + "\"")
                .replace("bpmnElement=\"" + process + "\"", "bpmnElement=\"" + prefix + process + "\"")
                .replaceAll("(<bpmn:message id=\"[^\"]*\" name=\")", "$1" + prefix)
                .replace("taskDefinition type=\"", "taskDefinition type=\"" + prefix)
                .getBytes(UTF_8);
    }

    /** The types of its jobs, without the prefix. */
    static Set<String> tasks(String process) {
        return TASK.matcher(read(process)).results().map(task -> task.group(1)).collect(Collectors.toSet());
    }

    private static String read(String process) {
        try {
            return Files.readString(Path.of("bpmn", process + ".bpmn"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
