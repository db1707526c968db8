package dev.pupitre.assistant;

import dev.pupitre.campaign.Assistant;
import dev.pupitre.campaign.Assistant.Entry;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.CannedResponse;
import dev.pupitre.campaign.Greeting;
import dev.pupitre.campaign.Localised;
import dev.pupitre.kernel.CampaignId;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What a shop's campaign knows, in the tests. */
final class Shop {
    static final CampaignId ID = new CampaignId("shop");

    static final List<Entry> ENTRIES = List.of(
            entry(
                    "We are open from 9 to 18, Monday to Saturday.",
                    "Nous sommes ouverts de 9 h à 18 h, du lundi au samedi.",
                    "What are your opening hours?",
                    "When do you open?",
                    "Quels sont vos horaires d'ouverture ?",
                    "À quelle heure ouvrez-vous ?"),
            entry(
                    "12 rue des Lilas, with a car park behind the shop.",
                    "12 rue des Lilas, avec un parking derrière le magasin.",
                    "Where is the shop?",
                    "What is your address?",
                    "Où se trouve le magasin ?",
                    "Quelle est votre adresse ?"),
            entry(
                    "Delivery costs 4.90 and takes three days.",
                    "La livraison coûte 4,90 € et prend trois jours.",
                    "How much is delivery?",
                    "Do you deliver?",
                    "Combien coûte la livraison ?",
                    "Livrez-vous à domicile ?"),
            entry(
                    "You can send anything back within 30 days.",
                    "Vous pouvez tout renvoyer pendant 30 jours.",
                    "Can I return an article?",
                    "How do I get a refund?",
                    "Puis-je retourner un article ?",
                    "Comment être remboursé ?"),
            entry(
                    "We take cards and PayPal.",
                    "Nous prenons les cartes et PayPal.",
                    "How can I pay?",
                    "Which payment methods do you accept?",
                    "Quels moyens de paiement acceptez-vous ?",
                    "Peut-on payer par carte bancaire ?"));

    private static final List<CannedResponse> CANNED = List.of(new CannedResponse(
            "gift",
            "Gift card / Carte cadeau",
            texts("Gift cards are sold from 20 to 200.", "Les cartes cadeaux vont de 20 à 200 €.")));

    private Shop() {}

    static Assistant assistant(Assistant.Kind kind) {
        return new Assistant(true, kind, ENTRIES, 0.5, 3, new BigDecimal("0.10"));
    }

    static Campaign with(Assistant assistant) {
        return with(assistant, 1);
    }

    static Campaign with(Assistant assistant, long version) {
        var usual = Campaign.usual(ID, "Café des Lilas", "always", ZoneOffset.UTC);
        return new Campaign(
                usual.id(),
                usual.name(),
                usual.enabled(),
                usual.channels(),
                usual.pages(),
                usual.objective(),
                usual.strategy(),
                usual.schedule(),
                usual.zone(),
                usual.thresholds(),
                usual.waiting(),
                usual.maximumPerAgent(),
                new Greeting(false, Localised.NONE, Localised.NONE),
                usual.afterHours(),
                usual.survey(),
                assistant,
                CANNED,
                usual.members(),
                usual.tags(),
                version);
    }

    static Localised texts(String english, String french) {
        return new Localised(Map.of("en", english, "fr", french, Localised.DEFAULT, english));
    }

    private static Entry entry(String english, String french, String... questions) {
        return new Entry(List.of(questions), texts(english, french));
    }
}
