package dev.pupitre.assistant;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Picks out of what a customer wrote by what an agent would look them up; the last one said counts. */
final class Learnt {
    private static final String NAME_WORDS =
            "(\\p{Lu}[\\p{L}'’-]+(?:[ ](?:de |du |van |von |d')?\\p{Lu}[\\p{L}'’-]+){0,3})";
    private static final Map<String, Pattern> KINDS = kinds();

    private Learnt() {}

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put(
                "name",
                Pattern.compile(
                        "(?i:je m['’ ]?appelle|mon nom est|mon nom c['’]est|my name is|my name['’]s|i['’ ]?a?m called"
                                + "|au nom de|in the name of|name:|nom ?:)\\s+" + NAME_WORDS));
        kinds.put("email", Pattern.compile("([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)*\\.[A-Za-z]{2,})"));
        kinds.put(
                "order",
                Pattern.compile(
                        "(?i:commandes?|cde|facture|dossier|colis|suivi|order|invoice|tracking|parcel|case|ticket|reference"
                                + "|référence|réf|ref)\\.?\\s*(?i:numero|numéro|number|no|n°|nº|n|nr|is|est|est le|:|#)*[\\s:°#.]*"
                                + "((?=[A-Za-z0-9/_-]*\\d)[A-Za-z0-9][A-Za-z0-9/_-]{2,29})\\b"));
        kinds.put("phone", Pattern.compile("(?<![\\w/-])((?:\\+|00)?\\d(?:[ .()-]{0,2}\\d){8,14})(?![\\w/-])"));
        return kinds;
    }

    /** By kind: {@code name}, {@code email}, {@code order}, {@code phone}. */
    static Map<String, String> from(List<String> texts) {
        var learnt = new LinkedHashMap<String, String>();
        KINDS.forEach((kind, pattern) -> {
            var last = last(pattern, texts);
            if (last != null && !learnt.containsValue(last)) {
                learnt.put(kind, last);
            }
        });
        return learnt;
    }

    private static @Nullable String last(Pattern pattern, List<String> texts) {
        return texts.stream()
                .flatMap(text -> pattern.matcher(text).results())
                .map(match -> match.group(1))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
