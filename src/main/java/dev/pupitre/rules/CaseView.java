package dev.pupitre.rules;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as it is shown. */
record CaseView(
        String id,
        String name,
        Map<String, @Nullable Object> inputs,
        Map<String, @Nullable Object> expected,
        String author,
        Instant at) {
    static CaseView of(TestCase stored) {
        return new CaseView(
                stored.id(),
                stored.name(),
                map(stored.inputs()),
                map(stored.expected()),
                stored.author().name(),
                stored.at());
    }

    static Map<String, @Nullable Object> map(List<TestCase.Entry> entries) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        entries.forEach(entry -> map.put(entry.name(), entry.value()));
        return map;
    }

    static List<TestCase.Entry> entries(Map<String, ? extends @Nullable Object> map) {
        return map.entrySet().stream()
                .map(entry -> new TestCase.Entry(entry.getKey(), entry.getValue()))
                .toList();
    }
}
