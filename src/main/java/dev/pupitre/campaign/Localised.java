package dev.pupitre.campaign;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A text for customers in several languages; a blank one is none.
 *
 * @param texts by language ({@code fr}) or locale ({@code fr-CA}); the one for all others is {@code default}
 */
public record Localised(@JsonValue Map<String, String> texts) {
    public static final String DEFAULT = "default";
    public static final Localised NONE = new Localised(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Localised {
        var written = new TreeMap<>(texts);
        written.values().removeIf(String::isBlank);
        texts = Collections.unmodifiableMap(written);
    }

    /** The customer's own locale first, then the language, then the default; empty where there is none. */
    public String in(@Nullable String locale) {
        var tag = locale == null ? "" : locale.replace('_', '-');
        var language = Locale.forLanguageTag(tag).getLanguage();
        return texts.getOrDefault(tag, texts.getOrDefault(language, texts.getOrDefault(DEFAULT, "")));
    }

    public boolean isBlank() {
        return texts.isEmpty();
    }
}
