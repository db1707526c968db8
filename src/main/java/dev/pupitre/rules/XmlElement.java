package dev.pupitre.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file, with the line where it stands.
 *
 * @param name without its prefix
 * @param attributes those without a prefix
 * @param text what it says itself, without the spaces around
 */
record XmlElement(
        String namespace,
        String name,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        int line) {
    /** Its children of this name that are in its own namespace. */
    List<XmlElement> all(String wanted) {
        return children.stream()
                .filter(child -> child.name.equals(wanted) && child.namespace.equals(namespace))
                .toList();
    }

    Optional<XmlElement> first(String wanted) {
        return all(wanted).stream().findFirst();
    }

    /** What the first child of this name says; null where there is none or it is blank. */
    @Nullable
    String textOf(String wanted) {
        return first(wanted)
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    @Nullable
    String attribute(String wanted) {
        return attributes.get(wanted);
    }
}
