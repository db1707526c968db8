package dev.pupitre.graph;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A question to the Graph API and the answer that Meta documents; see {@code src/test/resources/graph/README.md}. */
record RecordedCase(
        String name,
        @Nullable String source,
        @Nullable List<String> given,
        String method,
        String path,
        @Nullable String token,
        @Nullable JsonNode body,
        @Nullable Set<String> optional,
        int status,
        JsonNode answer) {

    private static final JsonMapper JSON = new JsonMapper();

    private record File(String page, List<RecordedCase> cases) {}

    static Stream<RecordedCase> all() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath:/graph/*.json");
        return Arrays.stream(files).map(RecordedCase::read).flatMap(file -> file.cases().stream());
    }

    private static File read(Resource resource) {
        try (var in = resource.getInputStream()) {
            return JSON.readValue(in, File.class);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    List<String> preparations() {
        return given == null ? List.of() : given;
    }

    /** With the ids that came about meanwhile. */
    RecordedCase with(Map<String, String> values) {
        return new RecordedCase(
                name,
                source,
                given,
                method,
                fill(path, values),
                token == null ? null : fill(token, values),
                body == null ? null : JSON.readTree(fill(body.toString(), values)),
                optional,
                status,
                answer);
    }

    List<String> differencesTo(JsonNode actual) {
        return new Shape(optional == null ? Set.of() : optional).differences("", answer, actual);
    }

    private static String fill(String text, Map<String, String> values) {
        var filled = text;
        for (var value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }

    @Override
    public String toString() {
        return "%s (%s %s)".formatted(name, method, path.replaceFirst("\\?.*", ""));
    }

    Set<String> fields() {
        return answer.propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }
}
