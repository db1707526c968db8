package dev.pupitre.survey;

import dev.pupitre.campaign.Localised;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked where a campaign has no words of its own. */
final class UsualQuestions {
    private static final Localised QUESTION = new Localised(Map.of(
            Localised.DEFAULT,
            "How content are you with our answer, from 1 (not at all) to 5 (very)?",
            "fr",
            "Êtes-vous satisfait de notre réponse, de 1 (pas du tout) à 5 (tout à fait) ?"));
    private static final Localised NO_COMMENT =
            new Localised(Map.of(Localised.DEFAULT, "No comment", "fr", "Sans commentaire"));

    private UsualQuestions() {}

    static Localised question(Localised own) {
        return own.isBlank() ? QUESTION : own;
    }

    static String noComment(@Nullable String locale) {
        return NO_COMMENT.in(locale);
    }
}
