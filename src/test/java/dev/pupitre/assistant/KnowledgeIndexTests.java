package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pupitre.campaign.Assistant;
import dev.pupitre.campaign.Localised;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KnowledgeIndexTests {
    private final KnowledgeIndex index =
            new KnowledgeIndex(Knowledge.of(Shop.with(Shop.assistant(Assistant.Kind.BUILT_IN))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What are your opening hours?                               | entry 1
            what time do you open                                      | entry 1
            Hello, could you please tell me your opening hours?        | entry 1
            quels sont vos horaires                                    | entry 1
            Bonjour, à quelle heure vous ouvrez svp ?                  | entry 1
            a quelle heure ouvrez vous                                 | entry 1
            VOS HORAIRES D’OUVERTURE                                   | entry 1
            where is your shop                                         | entry 2
            adress?                                                    | entry 2
            l'adresse du magasin svp                                   | entry 2
            ou se trouve le magasin                                    | entry 2
            how much does the delivery cost?                           | entry 3
            est-ce que vous livrez ?                                   | entry 3
            Combien pour la livraison ?                                | entry 3
            livraizon combien ?                                        | entry 3
            I would like to return an article                          | entry 4
            Comment me faire rembourser ?                              | entry 4
            je souhaite retourner un article                           | entry 4
            can i pay by card                                          | entry 5
            Acceptez-vous le paiement par carte ?                      | entry 5
            Do you have gift cards?                                    | /gift
            une carte cadeau svp                                       | /gift
            """)
    void findsWhatIsAsked(String text, String source) {
        var found = index.search(text, 1).getFirst();

        assertThat(found.knowledge().source()).isEqualTo(source);
        assertThat(found.score()).as("score of '%s'", text).isGreaterThanOrEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Do you repair telephones?",
                "Vendez-vous des licornes ?",
                "My parcel is broken and nobody answers",
                "Mon colis est arrivé cassé",
                "Avez-vous ce modèle en taille 42 ?",
                "Is there a car park?",
                "Can I return to the shop the article that I did not pay with my card last year in Lyon?"
            })
    void isNotSureOfWhatNobodyHasWrittenDown(String text) {
        assertThat(index.search(text, 1))
                .allSatisfy(found -> assertThat(found.score()).isLessThan(0.5));
    }

    @Test
    void scoresTheSameWordsWithOne() {
        assertThat(index.search("what are your OPENING hours", 1).getFirst().score())
                .isEqualTo(1, within(1e-6));
    }

    @Test
    void findsNothingInCourtesy() {
        assertThat(index.search("Bonjour, merci !", 5)).isEmpty();
        assertThat(index.search("", 5)).isEmpty();
        assertThat(new KnowledgeIndex(List.of()).search("horaires", 5)).isEmpty();
    }

    @Test
    void findsAWordOfTheAnswerButIsNeverSureByIt() {
        var found = index.search("PayPal", 5);

        assertThat(found.getFirst().knowledge().source()).isEqualTo("entry 5");
        assertThat(found.getFirst().score()).isPositive().isLessThan(0.5);
    }

    @Test
    void survivesATextOfThousandsOfWords() {
        var text = new StringBuilder();
        for (var number = 0; number < 5000; number++) {
            text.append(" word").append(number);
        }

        assertThat(index.search(text + " livraison", 1)).isEmpty();
    }

    @Test
    void isMadeAnewWhenTheCampaignHasChanged() {
        var indexes = new KnowledgeIndexes();
        var before = Shop.with(Shop.assistant(Assistant.Kind.BUILT_IN), 1);
        var other = new Assistant.Entry(
                List.of("Do you sell unicorns?"), new Localised(Map.of(Localised.DEFAULT, "Only small ones.")));
        var usual = Shop.assistant(Assistant.Kind.BUILT_IN);
        var after =
                Shop.with(new Assistant(true, usual.kind(), List.of(other), 0.5, usual.turns(), usual.costLimit()), 2);

        assertThat(indexes.of(before)).isSameAs(indexes.of(before));
        assertThat(indexes.of(before).search("unicorns", 1)).isEmpty();
        assertThat(indexes.of(after)
                        .search("unicorns?", 1)
                        .getFirst()
                        .knowledge()
                        .answer())
                .isEqualTo(other.answer());
    }
}
