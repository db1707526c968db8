package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.InvalidInput;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that analysts can write in a table and that an address can end with. */
final class CampaignIds {
    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int LONGEST = 40;

    /** These words are addresses of their own. */
    private static final Set<String> TAKEN = Set.of("options", "new");

    private CampaignIds() {}

    /** Made of the name: “Été à Paris” becomes {@code ete-a-paris}, and the second of them {@code ete-a-paris-2}. */
    static CampaignId of(String name, int attempt) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        var word = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
        var free = word.isEmpty() || TAKEN.contains(word) ? ("campaign-" + word).replaceAll("-$", "") : word;
        return new CampaignId(attempt == 1 ? free : free + "-" + attempt);
    }

    static CampaignId required(CampaignId given) {
        if (!WELL_FORMED.matcher(given.value()).matches() || TAKEN.contains(given.value())) {
            throw new InvalidInput("id", "must be 1 to 64 of a-z, 0-9 and '-', and neither options nor new");
        }
        return given;
    }
}
