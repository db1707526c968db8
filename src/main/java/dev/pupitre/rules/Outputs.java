package dev.pupitre.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares what tables say. */
final class Outputs {
    private Outputs() {}

    /** Without what is null; numbers as they compare. */
    static Map<String, Object> known(Map<String, ? extends @Nullable Object> outputs) {
        var known = new TreeMap<String, Object>();
        outputs.forEach((name, value) -> {
            if (value != null) {
                known.put(name, comparable(value));
            }
        });
        return known;
    }

    /** Whether all that was expected is said; of other outputs nothing was. */
    static boolean say(
            Map<String, ? extends @Nullable Object> outputs, Map<String, ? extends @Nullable Object> expected) {
        var said = known(outputs);
        return expected.entrySet().stream()
                .allMatch(output -> Objects.equals(
                        said.get(output.getKey()), output.getValue() == null ? null : comparable(output.getValue())));
    }

    private static Object comparable(Object value) {
        return value instanceof Number number ? new BigDecimal(number.toString()).stripTrailingZeros() : value;
    }
}
