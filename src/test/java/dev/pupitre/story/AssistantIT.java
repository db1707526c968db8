package dev.pupitre.story;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The AI agent between a customer at Facebook and the process, until a human takes over. */
class AssistantIT extends WebhookStory {
    private static final String HOURS = "Nous sommes ouverts de 9 h à 18 h.";
    private static final String NOTICE = "Ici le robot du magasin.";
    private static final String HANDING_OVER = "I am passing you on to a member of our team.";
    private static final String HANDING_OVER_IN_FRENCH = "Je vous mets en relation avec un membre de notre équipe.";

    private final CatchAll catchAll = new CatchAll(DeskAgent.loggedIn(pupitre.base, "sofia").http);

    @BeforeEach
    void letTheAiAgentAnswer() {
        letItAnswer(5);
    }

    @AfterEach
    void letPeopleAnswerAgain() {
        catchAll.restore();
    }

    private void letItAnswer(int turns) {
        catchAll.change(Map.of(
                "assistant",
                Map.of(
                        "on",
                        true,
                        "kind",
                        "BUILT_IN",
                        "entries",
                        List.of(Map.of(
                                "questions",
                                List.of("Quels sont vos horaires ?", "À quelle heure ouvrez-vous ?"),
                                "answer",
                                Map.of("default", HOURS))),
                        "threshold",
                        0.5,
                        "turns",
                        turns,
                        "costLimit",
                        0.1),
                "greeting",
                Map.of("on", false, "text", Map.of(), "automatedNotice", Map.of("default", NOTICE))));
    }

    @Test
    void answersWhatItKnowsAndTellsTheAgentWhatItLearntWhenItHandsOver() {
        customer.writes("Bonjour, à quelle heure ouvrez-vous ?");
        received(NOTICE, HOURS);
        var wish = "Je m'appelle Sacha Martin, commande 4711-B : je voudrais parler à quelqu'un";
        customer.writes(wish);

        var id = alice.isGiven(customer);
        assertThat(handedOver(id))
                .containsEntry("reason", "REQUESTED")
                .containsEntry("question", wish)
                .containsEntry("answers", "2")
                .containsEntry("name", "Sacha Martin")
                .containsEntry("order", "4711-B");
        assertThat(alice.replies(id, "Bonjour Sacha")).returns(202, Answer::status);
        await().untilAsserted(() -> assertThat(customer.received()).last().isEqualTo("Bonjour Sacha"));
        assertThat(customer.received()).startsWith(NOTICE, HOURS).hasSize(4);
        assertThat(authors(id)).containsExactly("CUSTOMER", "BOT", "BOT", "CUSTOMER", "BOT", "AGENT");
    }

    @Test
    void handsOverToWhoAsksForAPersonInFrench() {
        customer.writes("Est-ce que je peux parler à un conseiller ?");

        var id = alice.isGiven(customer);

        assertThat(handedOver(id)).containsEntry("reason", "REQUESTED");
        await().untilAsserted(() -> assertThat(customer.received()).first().isEqualTo(NOTICE));
        await().untilAsserted(() -> assertThat(customer.received()).last().isIn(HANDING_OVER, HANDING_OVER_IN_FRENCH));
    }

    @Test
    void handsOverToWhoAsksForAPersonInEnglish() {
        customer.writes("Hi, I would like to speak to a person please, my email is sam@example.org");

        var id = alice.isGiven(customer);

        assertThat(handedOver(id)).containsEntry("reason", "REQUESTED").containsEntry("email", "sam@example.org");
        await().untilAsserted(() -> assertThat(customer.received()).first().isEqualTo(NOTICE));
    }

    @Test
    void handsOverWhatItDoesNotKnowAndAnswersNothingOnceAHumanHasIt() {
        customer.writes("Réparez-vous les téléphones ?");
        var id = alice.isGiven(customer);
        assertThat(handedOver(id))
                .containsEntry("reason", "UNKNOWN")
                .containsEntry("question", "Réparez-vous les téléphones ?")
                .containsEntry("answers", "0");

        customer.writes("À quelle heure ouvrez-vous ?");
        await().untilAsserted(() -> assertThat(alice.texts(id)).contains("À quelle heure ouvrez-vous ?"));
        assertThat(alice.replies(id, "Je regarde")).returns(202, Answer::status);

        received("Je regarde");
    }

    @Test
    void answersAgainWhenAnAgentHandsTheConversationToIt() {
        customer.writes("Réparez-vous les téléphones ?");
        var id = alice.isGiven(customer);
        assertThat(alice.replies(id, "Oui, au magasin")).returns(202, Answer::status);

        assertThat(alice.http.post(path(id) + "/transfer", Map.of("to", Map.of("assistant", true))))
                .returns(202, Answer::status);
        await().until(() -> !alice.conversation(id).get("state").asString().equals("ASSIGNED"));
        customer.writes("À quelle heure ouvrez-vous ?");

        await().untilAsserted(() -> assertThat(customer.received()).last().isEqualTo(HOURS));
        assertThat(lines(id, "TRANSFERRED"))
                .last()
                .returns("AI", line -> line.at("/values/to").asString());
    }

    @Test
    void handsOverAfterSoManyTurns() {
        letItAnswer(2);
        customer.writes("À quelle heure ouvrez-vous ?");
        received(NOTICE, HOURS);
        customer.writes("Quels sont vos horaires ?");
        received(NOTICE, HOURS, HOURS);

        customer.writes("À quelle heure ouvrez-vous ?");

        var id = alice.isGiven(customer);
        assertThat(handedOver(id)).containsEntry("reason", "TURNS").containsEntry("answers", "3");
        await().untilAsserted(() -> assertThat(customer.received()).hasSize(4));
        assertThat(customer.received()).filteredOn(HOURS::equals).hasSize(2);
    }

    @Test
    void stopsWhenAHumanAnswersInMetasInbox() {
        customer.writes("À quelle heure ouvrez-vous ?");
        received(NOTICE, HOURS);
        var id = alice.conversationOf(customer).orElseThrow().get("id").asString();
        does("inbox", Map.of("text", "Bonjour, ici Zoé."));
        await().untilAsserted(() -> assertThat(alice.texts(id)).contains("Bonjour, ici Zoé."));

        customer.writes("Quels sont vos horaires ?");
        await().untilAsserted(() -> assertThat(alice.texts(id)).contains("Quels sont vos horaires ?"));

        assertThat(handedOver(id)).containsEntry("reason", "HUMAN");
        assertThat(customer.received()).filteredOn(HOURS::equals).hasSize(1);
    }

    private void received(String... texts) {
        await().untilAsserted(() -> assertThat(customer.received()).containsExactly(texts));
    }

    /** What the agent reads of why and with what it was handed over. */
    private Map<String, String> handedOver(String id) {
        return await().until(() -> lines(id, "HANDED_OVER"), lines -> lines.size() == 1)
                .getFirst()
                .get("values")
                .propertyStream()
                .collect(toMap(Map.Entry::getKey, value -> value.getValue().asString()));
    }

    private List<String> authors(String id) {
        return alice.messages(id).stream()
                .filter(message -> message.get("happening").isNull())
                .map(message -> message.path("author").path("kind").asString())
                .toList();
    }
}
