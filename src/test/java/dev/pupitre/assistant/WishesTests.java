package dev.pupitre.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "speak to a person",
                "parler à quelqu'un",
                "PARLER A QUELQUUN",
                "Je voudrais parler à quelqu’un s'il vous plaît",
                "Bonjour, puis-je parler avec un conseiller ?",
                "je veux parler a une vraie personne",
                "Je préfère échanger avec un être humain",
                "Pouvez-vous me mettre en relation avec un agent ?",
                "passez-moi un responsable",
                "Comment joindre quelqu'un ?",
                "j'ai besoin d'un conseiller svp",
                "un humain",
                "Conseiller !",
                "je ne veux pas parler à un robot",
                "Arrêtez ce robot",
                "Can I talk to someone?",
                "I'd like to speak with a real human please",
                "let me chat with an agent",
                "Could you connect me to one of your colleagues",
                "put me through to customer service",
                "je ne veux pas attendre, je veux parler à un conseiller",
                "I want a human",
                "i need to talk about my order with somebody",
                "REPRESENTATIVE",
                "Agent, please",
                "I don't want to talk to a bot"
            })
    void hearsThatAHumanIsWanted(String text) {
        assertThat(Wishes.aHuman(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Quels sont vos horaires ?",
                "Combien de personnes dans votre équipe ?",
                "Je veux un agent de nettoyage pour mon bureau",
                "Livrez-vous à une autre personne ?",
                "Pas besoin de parler à un conseiller, juste les horaires",
                "Are you open on Sunday?",
                "I need an agent for my flat in Lyon",
                "How many people can come?",
                "I don't want to talk to a person, just tell me the price",
                "Is there a person at the shop on Monday?",
                "merci",
                ""
            })
    void doesNotHearItElsewhere(String text) {
        assertThat(Wishes.aHuman(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Merci beaucoup !",
                "Parfait, merci, bonne journée",
                "c'est tout merci",
                "Non merci",
                "Au revoir",
                "Thanks!",
                "Great, thank you very much",
                "no thanks, that's all",
                "ok bye"
            })
    void hearsTheEnd(String text) {
        assertThat(Wishes.theEnd(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Merci de me dire vos horaires",
                "Merci, et le dimanche ?",
                "Thanks, and on Sundays?",
                "ok",
                "Bonjour",
                "thank you but it does not work"
            })
    void doesNotTakeCourtesyForTheEnd(String text) {
        assertThat(Wishes.theEnd(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "D'accord", "👍", "Super !", "got it", "très bien"})
    void hearsThatNothingIsAsked(String text) {
        assertThat(Wishes.nothing(text)).isTrue();
    }
}
