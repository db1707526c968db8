package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.HttpSession.Answer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An agent who is logged in. */
final class DeskAgent {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    final HttpSession http;
    final String name;

    private DeskAgent(HttpSession http, String name) {
        this.http = http;
        this.name = name;
    }

    static DeskAgent loggedIn(URI base, String name) {
        var http = new HttpSession(base);
        http.get("/api/v1/me");
        assertThat(http.form("/login", "username=" + name + "&password=" + name))
                .returns(204, Answer::status);
        http.get("/api/v1/me");
        return new DeskAgent(http, name);
    }

    DeskAgent is(String presence) {
        assertThat(http.put("/api/v1/me/presence", Map.of("presence", presence)))
                .returns(200, Answer::status);
        return this;
    }

    int load() {
        return http.get("/api/v1/me/presence").json().get("load").asInt();
    }

    List<JsonNode> mine() {
        return list("state=ASSIGNED,CLOSING&assignee=me&size=200");
    }

    List<JsonNode> queue() {
        return list("state=WAITING&size=200");
    }

    Optional<JsonNode> conversationOf(Customer customer) {
        return list("state=NEW,WAITING,ASSIGNED,CLOSING&size=200").stream()
                .filter(conversation ->
                        conversation.get("customer").get("id").asString().equals(customer.id))
                .findFirst();
    }

    List<JsonNode> list(String query) {
        return http.get(CONVERSATIONS + "?" + query)
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    JsonNode conversation(String id) {
        return http.get(CONVERSATIONS + "/" + id).json();
    }

    List<JsonNode> messages(String id) {
        return http.get(CONVERSATIONS + "/" + id + "/messages?size=200")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    List<String> texts(String id) {
        return messages(id).stream()
                .map(message -> message.get("text").asString())
                .toList();
    }

    Answer replies(String id, String text) {
        return http.post(CONVERSATIONS + "/" + id + "/messages", Map.of("text", text));
    }

    Answer claims(String id) {
        return http.post(CONVERSATIONS + "/" + id + "/claim", Map.of());
    }

    Answer resolves(String id) {
        return http.post(CONVERSATIONS + "/" + id + "/resolve", Map.of());
    }
}
