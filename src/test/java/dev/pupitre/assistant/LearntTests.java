package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearntTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bonjour, je m'appelle Ada Lovelace et j'attends       | name  | Ada Lovelace
            Je m’appelle Zoé de La Tour                           | name  | Zoé de La Tour
            My name is Grace Hopper.                              | name  | Grace Hopper
            La commande est au nom de Marie Curie                 | name  | Marie Curie
            Écrivez-moi à ada.l+shop@mail.example.com, merci      | email | ada.l+shop@mail.example.com
            Mon numéro est le 06 12 34 56 78                      | phone | 06 12 34 56 78
            call me at +44 (0)20 7946-0123                        | phone | +44 (0)20 7946-0123
            Où en est ma commande n° 2024-0815 ?                  | order | 2024-0815
            ma commande AB12345 n'est pas là                      | order | AB12345
            Where is my order #778899?                            | order | 778899
            tracking number: 1Z999AA10123456784                   | order | 1Z999AA10123456784
            facture F/2026/11 en double                           | order | F/2026/11
            """)
    void picksOutByWhatAnAgentLooksThemUp(String text, String kind, String value) {
        assertThat(Learnt.from(List.of(text))).containsEntry(kind, value);
    }

    @Test
    void takesNothingFromAPlainQuestion() {
        assertThat(Learnt.from(List.of("Vous êtes ouverts le 24 décembre 2026 de 9 à 18 h ?", "My order is late")))
                .isEmpty();
    }

    @Test
    void believesWhatWasSaidLast() {
        assertThat(Learnt.from(List.of("order 1111", "sorry, order 2222"))).isEqualTo(Map.of("order", "2222"));
    }

    @Test
    void doesNotTakeAnOrderForATelephoneAsWell() {
        assertThat(Learnt.from(List.of("order 0612345678"))).isEqualTo(Map.of("order", "0612345678"));
    }
}
