package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The AI agent between a customer at Facebook and the process, until a human takes over. */
class AssistantIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HOURS = "Nous sommes ouverts de 9 h à 18 h.";
    private static final String NOTICE = "Ici le robot du magasin.";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession supervisor = new HttpSession(pupitre.base, "local-dev-token");

    @BeforeEach
    void letTheAutomaticAgentAnswer() {
        change(
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
                        5,
                        "costLimit",
                        0.1),
                Map.of("default", NOTICE));
    }

    @AfterEach
    void letPeopleAnswerAgain() {
        change(
                Map.of(
                        "on",
                        false,
                        "kind",
                        "BUILT_IN",
                        "entries",
                        List.of(),
                        "threshold",
                        0.5,
                        "turns",
                        6,
                        "costLimit",
                        0.1),
                Map.of());
        alice.is("OFFLINE");
    }

    private void change(Map<String, Object> assistant, Map<String, String> notice) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            var version = supervisor
                    .get("/api/v1/campaigns/default")
                    .json()
                    .get("version")
                    .asLong();
            var changed = supervisor.patch(
                    "/api/v1/campaigns/default",
                    Map.of(
                            "version",
                            version,
                            "assistant",
                            assistant,
                            "greeting",
                            Map.of("on", false, "text", Map.of(), "automatedNotice", notice)));
            assertThat(changed).returns(200, Answer::status);
        });
    }

    @Test
    void answersWhatItKnowsAndHandsOverToAHumanOnRequest() {
        var customer = Customer.named(pupitre.base, "Sacha");

        customer.writes("Bonjour, à quelle heure ouvrez-vous ?");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly(NOTICE, HOURS));
        customer.writes("Je m'appelle Sacha Martin, je voudrais parler à quelqu'un");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).hasSize(3));

        alice.is("ONLINE");
        var id = alice.isGiven(customer);
        assertThat(alice.messages(id).stream()
                        .map(message -> message.path("happening"))
                        .filter(happening -> happening.path("type").asString("").equals("HANDED_OVER"))
                        .map(happening -> happening.path("values")))
                .singleElement()
                .returns("REQUESTED", values -> values.path("reason").asString())
                .returns("Sacha Martin", values -> values.path("name").asString());
        assertThat(alice.replies(id, "Bonjour Sacha")).returns(202, Answer::status);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).last().isEqualTo("Bonjour Sacha"));
        assertThat(authors(id)).contains("BOT", "AGENT");
        alice.resolves(id);
    }

    @Test
    void handsOverWhatItDoesNotKnowAndAnswersNothingOnceAHumanHasIt() {
        alice.is("ONLINE");
        var customer = Customer.named(pupitre.base, "Charlie");

        customer.writes("Réparez-vous les téléphones ?");
        var id = alice.isGiven(customer);
        customer.writes("À quelle heure ouvrez-vous ?");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(alice.texts(id)).contains("À quelle heure ouvrez-vous ?"));
        alice.replies(id, "Je regarde");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(customer.received()).containsExactly("Je regarde"));
        alice.resolves(id);
    }

    private List<String> authors(String id) {
        return alice.messages(id).stream()
                .map(message -> message.path("author").path("kind"))
                .map(JsonNode::asString)
                .toList();
    }
}
