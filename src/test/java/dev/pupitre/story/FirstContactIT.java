package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whoever writes for the first time is asked after while the process begins: routing has to know their language. */
class FirstContactIT extends WebhookStory {
    private static final int ROUTING_INPUTS = 11;
    private static final int LOCALE = 9;
    private static final int PRIORITY = 55;

    private final Analyst routing = new Analyst(DeskAgent.loggedIn(pupitre.base, "nadia").http, "routing");
    private final int before = routing.version();

    @AfterEach
    void asItWas() {
        routing.rollsBackTo(before);
    }

    @Test
    void isRoutedByTheLanguageThatFacebookTells() {
        var anyLanguage = "\"fr_FR\", \"en_GB\", \"de_DE\", \"es_ES\"";
        var row = Analyst.row(
                "by-language",
                "By language",
                ROUTING_INPUTS,
                Map.of(LOCALE, anyLanguage),
                "null",
                "null",
                "null",
                "null",
                String.valueOf(PRIORITY));
        var draft = routing.drafts(routing.withRow(row));
        assertThat(routing.deploys(draft, Map.of("acknowledged", true))).returns(200, Answer::status);

        var id = isGiven();

        assertThat(alice.conversation(id).get("priority").asInt()).isEqualTo(PRIORITY);
        assertThat(routed(id))
                .singleElement()
                .satisfies(decision -> assertThatObject(decision)
                        .returns(
                                "By language", found -> found.get("description").asString())
                        .returns(
                                PRIORITY, found -> found.at("/outputs/priority").asInt()));
    }

    private List<JsonNode> routed(String id) {
        return alice.http
                .get("/api/v1/conversations/" + id + "/decisions")
                .json()
                .valueStream()
                .filter(decision -> decision.get("table").asString().equals("routing"))
                .toList();
    }
}
