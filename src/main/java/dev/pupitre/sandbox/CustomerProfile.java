package dev.pupitre.sandbox;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/** Who a customer is. */
record CustomerProfile(String id, String name, String pictureColor) {
    private static final List<String> LOCALES = List.of("fr_FR", "en_GB", "de_DE", "es_ES");

    String picture() {
        var initial = HtmlUtils.htmlEscape(name.substring(0, name.offsetByCodePoints(0, 1)), "UTF-8");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="%s"/>\
                <text x="32" y="44" font-family="sans-serif" font-size="36" fill="#fff" text-anchor="middle">%s</text></svg>
                """.formatted(pictureColor, initial);
    }

    String firstName() {
        return name.split(" ", 2)[0];
    }

    String lastName() {
        var names = name.split(" ", 2);
        return names.length == 2 ? names[1] : "";
    }

    String locale() {
        return LOCALES.get(Math.floorMod(id.hashCode(), LOCALES.size()));
    }
}
