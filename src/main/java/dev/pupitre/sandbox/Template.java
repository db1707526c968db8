package dev.pupitre.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of the Page with buttons or cards. */
record Template(
        String type,
        @Nullable String text,
        List<Button> buttons,
        List<Element> elements,
        @JsonIgnore JsonNode payload) {

    record Button(
            String type,
            String title,
            @Nullable String url,
            @Nullable String payload) {

        static List<Button> list(JsonNode buttons) {
            return buttons.valueStream()
                    .map(button -> new Button(
                            button.path("type").asString(""),
                            button.path("title").asString(""),
                            text(button, "url"),
                            text(button, "payload")))
                    .toList();
        }
    }

    record Element(
            String title,
            @Nullable String subtitle,
            @Nullable String picture,
            @Nullable String link,
            List<Button> buttons) {

        static Element of(JsonNode element) {
            return new Element(
                    element.path("title").asString(""),
                    text(element, "subtitle"),
                    text(element, "image_url"),
                    text(element.path("default_action"), "url"),
                    Button.list(element.path("buttons")));
        }
    }

    static Template of(JsonNode payload) {
        return new Template(
                payload.path("template_type").asString(""),
                text(payload, "text"),
                Button.list(payload.path("buttons")),
                payload.path("elements").valueStream().map(Element::of).toList(),
                payload);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).asString(null);
    }
}
