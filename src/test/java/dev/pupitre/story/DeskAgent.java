package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An agent who is logged in. */
public final class DeskAgent {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    public final HttpSession http;
    final String name;

    private DeskAgent(HttpSession http, String name) {
        this.http = http;
        this.name = name;
    }

    /** One of the demo users, whose names are their passwords. */
    public static DeskAgent loggedIn(URI base, String name) {
        return loggedIn(base, name, name);
    }

    public static DeskAgent loggedIn(URI base, String name, String password) {
        var http = new HttpSession(base);
        http.get("/api/v1/me");
        assertThat(http.form("/login", "username=" + name + "&password=" + password))
                .returns(204, Answer::status);
        http.get("/api/v1/me");
        return new DeskAgent(http, name);
    }

    /** A program that works as an agent: its token outlives the application's process. */
    static DeskAgent withToken(URI base) {
        return new DeskAgent(new HttpSession(base, "local-dev-token"), "local-program");
    }

    public DeskAgent is(String presence) {
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

    /** All conversations of this customer, oldest first. */
    List<JsonNode> historyOf(Customer customer) {
        return list("size=200").stream()
                .filter(conversation ->
                        conversation.get("customer").get("id").asString().equals(customer.id))
                .sorted(Comparator.comparing(
                        conversation -> conversation.get("openedAt").asString()))
                .toList();
    }

    public List<JsonNode> list(String query) {
        var answer = http.get(CONVERSATIONS + "?" + query);
        if (answer.status() != 200) {
            throw new IllegalStateException("Expected a list, but got " + answer);
        }
        return answer.json().get("items").valueStream().toList();
    }

    JsonNode conversation(String id) {
        return http.get(CONVERSATIONS + "/" + id).json();
    }

    /** The whole transcript, however long. */
    List<JsonNode> messages(String id) {
        var messages = new ArrayDeque<JsonNode>();
        var path = CONVERSATIONS + "/" + id + "/messages?size=200";
        for (var page = http.get(path).json(); ; ) {
            page.get("items").valueStream().toList().reversed().forEach(messages::addFirst);
            if (!page.get("more").asBoolean()) {
                return List.copyOf(messages);
            }
            page = http.get(path + "&before=" + messages.getFirst().get("seq")).json();
        }
    }

    /** The customer's conversation, as soon as it is in someone's hands. */
    String isGiven(Customer customer) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> conversationOf(customer)
                                .filter(open -> open.get("state").asString().equals("ASSIGNED")),
                        Optional::isPresent)
                .orElseThrow()
                .get("id")
                .asString();
    }

    List<String> statuses(String id) {
        return messages(id).stream()
                .map(message -> message.get("status").asString())
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

    /** Bears repetition. */
    Answer repliesOnce(String id, String text, String key) {
        return http.post(CONVERSATIONS + "/" + id + "/messages", Map.of("text", text, "key", key));
    }

    Answer claims(String id) {
        return http.post(CONVERSATIONS + "/" + id + "/claim", Map.of());
    }

    public Answer resolves(String id) {
        return http.post(CONVERSATIONS + "/" + id + "/resolve", Map.of());
    }
}
