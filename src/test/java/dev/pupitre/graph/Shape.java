package dev.pupitre.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares the fields of two answers and the types of these; of an error, its numbers too. */
record Shape(Set<String> optional) {
    private static final Set<String> EXACT = Set.of("/error/code", "/error/error_subcode", "/error/type");

    List<String> differences(String at, JsonNode recorded, JsonNode actual) {
        if (recorded.isNumber() != actual.isNumber() || recorded.getNodeType() != actual.getNodeType()) {
            return List.of("%s: expected a %s, but got %s".formatted(at, recorded.getNodeType(), actual));
        }
        if (EXACT.contains(at) && !recorded.equals(actual)) {
            return List.of("%s: expected %s, but got %s".formatted(at, recorded, actual));
        }
        if (recorded.isArray()) {
            return elements(at, recorded, actual);
        }
        return recorded.isObject() ? fields(at, recorded, actual) : List.of();
    }

    private List<String> elements(String at, JsonNode recorded, JsonNode actual) {
        if (recorded.isEmpty()) {
            return List.of();
        }
        if (actual.isEmpty()) {
            return List.of(at + ": expected an element, but got none");
        }
        return actual.valueStream()
                .flatMap(element -> differences(at + "/0", recorded.get(0), element).stream())
                .distinct()
                .toList();
    }

    private List<String> fields(String at, JsonNode recorded, JsonNode actual) {
        var found = new ArrayList<String>();
        var names = new TreeSet<>(recorded.propertyNames());
        names.addAll(actual.propertyNames());
        for (var name : names) {
            var path = at + "/" + name;
            if (!recorded.has(name)) {
                found.add(path + ": is not documented");
            } else if (actual.has(name)) {
                found.addAll(differences(path, recorded.get(name), actual.get(name)));
            } else if (!optional.contains(name)) {
                found.add(path + ": is missing");
            }
        }
        return found;
    }
}
