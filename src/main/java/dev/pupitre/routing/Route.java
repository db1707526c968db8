package dev.pupitre.routing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the table {@code routing} gave, or whoever handed the conversation on.
 *
 * <p>Analysts may write anything into a table: a value of another type than its column's must not hold up the
 * conversation, so it is read as it is and judged by {@link RouteReader}.
 */
record Route(
        @Nullable Object target,
        @Nullable Object team,
        @Nullable Object agent,
        @Nullable Object expertise,
        @Nullable Object priority) {
    static final Route NONE = new Route(null, null, null, null, null);

    /** By the names of the table's outputs. */
    Map<String, @Nullable Object> outputs() {
        var outputs = new HashMap<String, @Nullable Object>();
        outputs.put("target", target);
        outputs.put("team", team);
        outputs.put("agent", agent);
        outputs.put("expertise", expertise);
        outputs.put("priority", priority);
        return outputs;
    }
}
