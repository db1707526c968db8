package dev.pupitre.story;

import java.util.List;
import java.util.Map;

/** What is told in one call and in this order; an item goes into that array of its entry. */
record SoakTold(String array, List<Map<String, Object>> items) {
    static SoakTold messaging(Map<String, Object> item) {
        return new SoakTold("messaging", List.of(item));
    }

    static SoakTold messaging(Map<String, Object> item, Map<String, Object> next) {
        return new SoakTold("messaging", List.of(item, next));
    }

    static SoakTold change(String field, Map<String, Object> value) {
        return new SoakTold("changes", List.of(Map.of("field", field, "value", value)));
    }
}
