package dev.pupitre.graph;

import com.restfb.json.JsonArray;
import com.restfb.json.JsonObject;
import com.restfb.json.JsonValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the Graph API answers, of which parts may be missing and identifiers may be numbers. */
final class GraphJson {
    private GraphJson() {}

    static Optional<String> text(JsonObject object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.isString() ? value.asString() : value.toString())
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    static JsonObject object(JsonObject object, String field) {
        return object.get(field) instanceof JsonObject found ? found : new JsonObject();
    }

    static Stream<JsonObject> objects(JsonObject object, String field) {
        return values(object, field).flatMap(value -> value instanceof JsonObject found ? Stream.of(found) : null);
    }

    static List<String> texts(JsonObject object, String field) {
        return values(object, field)
                .filter(value -> value.isString() || value.isNumber())
                .map(value -> value.isString() ? value.asString() : value.toString())
                .toList();
    }

    /** Seconds since 1970; Meta writes 0 for never. */
    static @Nullable Instant instant(JsonObject object, String field) {
        var value = object.get(field);
        return value != null && value.isNumber() && value.asLong() > 0 ? Instant.ofEpochSecond(value.asLong()) : null;
    }

    static JsonArray array(Collection<? extends JsonValue> values) {
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }

    private static Stream<JsonValue> values(JsonObject object, String field) {
        return object.get(field) instanceof JsonArray found ? found.valueStream() : Stream.empty();
    }
}
