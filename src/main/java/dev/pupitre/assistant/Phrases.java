package dev.pupitre.assistant;

import dev.pupitre.campaign.Localised;
import java.util.Map;

/** What it says of its own accord, where the campaign has no words for it. */
final class Phrases {
    static final Localised AUTOMATED = inBoth(
            "I am an automated assistant. To speak to a person, just say so.",
            "Je suis un assistant automatique. Pour parler à une personne, il suffit de le dire.");
    static final Localised WELCOME = inBoth("How can I help you?", "Comment puis-je vous aider ?");
    static final Localised FAREWELL = inBoth("You are welcome. Have a nice day!", "Avec plaisir. Bonne journée !");
    static final Localised HANDING_OVER = inBoth(
            "I am passing you on to a member of our team.", "Je vous mets en relation avec un membre de notre équipe.");

    private Phrases() {}

    private static Localised inBoth(String english, String french) {
        return new Localised(Map.of(Localised.DEFAULT, english, "en", english, "fr", french));
    }
}
