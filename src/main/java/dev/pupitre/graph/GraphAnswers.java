package dev.pupitre.graph;

import com.restfb.json.JsonObject;
import java.util.Optional;
import org.springframework.util.StringUtils;

/** Reads the Graph API's answers. */
final class GraphAnswers {
    private GraphAnswers() {}

    static Optional<String> text(JsonObject answer, String field) {
        return Optional.ofNullable(answer.get(field))
                .filter(value -> value.isString())
                .map(value -> value.asString().strip())
                .filter(StringUtils::hasText);
    }

    /** The id of what was made; without one nobody knows whether it was. */
    static String id(JsonObject answer, String field) {
        return text(answer, field).orElseThrow(GraphFailures::withoutId);
    }
}
