package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What those who lead the desk do over HTTP, and what the book says of it. */
class LeadingIT {
    private static final String CONVERSATIONS = "/api/v1/conversations/";
    private static final String CASES = "/api/v1/rules/routing/cases";
    private static final String PAGE = "100000000000001";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
    private final DeskAgent sofia = DeskAgent.loggedIn(pupitre.base, "sofia");
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @BeforeEach
    void come() {
        alice.is("ONLINE");
    }

    @AfterEach
    void leave() {
        List.of(alice, bruno, sofia).forEach(agent -> {
            agent.mine().forEach(open -> agent.resolves(open.get("id").asString()));
            await().until(() -> agent.mine().isEmpty());
            agent.is("OFFLINE");
        });
    }

    @Test
    void whateverIsTakenAwayIsInTheBook() {
        var id = isGivenToAlice("Nora Taken");

        assertThat(List.of("CSV", "JSON", "PRINT"))
                .allSatisfy(format -> assertThat(sofia.http.get(export(id, format)))
                        .returns(200, Answer::status)
                        .matches(answer -> answer.text().contains("Hello"), "has what was said"));
        assertThat(sofia.http.get("/api/v1/recordings/export?format=CSV&customer=Nora%20Taken&q=Hello&score=1,2"))
                .returns(200, Answer::status);
        assertThat(alice.http.get(export(id, "PRINT"))).returns(403, Answer::status);

        assertThat(entries("RECORDINGS_EXPORTED", id))
                .allMatch(entry -> entry.get("by").asString().equals("sofia"))
                .extracting(entry -> entry.at("/changes/0/after").asString())
                .containsExactly("PRINT", "JSON", "CSV");
        assertThat(entries("RECORDINGS_EXPORTED", ""))
                .first()
                .matches(entry -> entry.get("subject").asString().equals("format=CSV&customer=…&q=…&score=1,2"));
    }

    private static String export(String id, String format) {
        return CONVERSATIONS + id + "/export?format=" + format;
    }

    @Test
    void whatGuardsATableIsInTheBook() {
        var nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
        var body =
                Map.of("name", "Refunds wait", "inputs", Map.of("text", "refund"), "expected", Map.of("priority", 3));

        var id = nadia.post(CASES, body).json().get("id").asString();
        assertThat(nadia.put(
                        CASES + "/" + id,
                        Map.of(
                                "name",
                                "Refunds wait",
                                "inputs",
                                Map.of("text", "refund"),
                                "expected",
                                Map.of("priority", 4))))
                .returns(200, Answer::status);
        assertThat(nadia.delete(CASES + "/" + id)).returns(204, Answer::status);
        var deleted = entries("TABLE_CASE_DELETED", "routing").size();
        assertThat(nadia.delete(CASES + "/" + id)).as("gone already").returns(204, Answer::status);
        assertThat(entries("TABLE_CASE_DELETED", "routing")).hasSize(deleted);
        var draft = nadia.post("/api/v1/rules/routing/drafts", Map.of())
                .json()
                .get("id")
                .asString();
        assertThat(nadia.delete("/api/v1/rules/routing/drafts/" + draft)).returns(204, Answer::status);

        assertThat(changes("TABLE_CASE_ADDED")).contains("Refunds wait: {priority=3}");
        assertThat(changes("TABLE_CASE_CHANGED")).contains("Refunds wait: {priority=3}", "Refunds wait: {priority=4}");
        assertThat(changes("TABLE_CASE_DELETED")).contains("Refunds wait: {priority=4}");
        assertThat(changes("TABLE_DRAFT_DELETED")).contains(draft);
    }

    @Test
    void whoPushesIsInTheBook() {
        var id = isGivenToAlice("Nora Pushed");

        assertThat(sofia.http.post(CONVERSATIONS + id + "/push", Map.of())).returns(200, Answer::status);

        assertThat(entries("STUCK_PUSHED", id)).hasSize(1);
    }

    @Test
    void aSupervisorTakesAConversationOverAndHandsItOn() {
        var id = isGivenToAlice("Nora Taken Over");

        assertThat(sofia.claims(id)).returns(200, Answer::status);
        assertThat(assignee(id)).isEqualTo("sofia");
        assertThat(alice.replies(id, "Too late")).returns(409, Answer::status);
        assertThat(lines(id, "TAKEN_OVER"))
                .singleElement()
                .matches(line -> line.at("/values/by").asString().startsWith("Sofia"));
        bruno.is("ONLINE");
        assertThat(transfers(id, Map.of("agent", "bruno"))).returns(202, Answer::status);

        await().until(() -> assignee(id).equals("bruno"));
        assertThat(lines(id, "TRANSFERRED"))
                .last()
                .matches(line -> line.at("/values/id").asString().equals("bruno"));
        assertThat(bruno.replies(id, "I go on")).returns(202, Answer::status);
    }

    @Test
    void aSupervisorHandsOnWhatAnotherHasToACampaign() {
        var id = isGivenToAlice("Nora Sold");
        var before = alice.conversation(id).get("assignedAt").asString();

        assertThat(transfers(id, Map.of("campaign", "default"))).returns(202, Answer::status);

        await().until(() -> lines(id, "TRANSFERRED").size() == 1);
        assertThat(lines(id, "TRANSFERRED"))
                .singleElement()
                .returns("CAMPAIGN", line -> line.at("/values/to").asString())
                .returns("default", line -> line.at("/values/id").asString())
                .returns("Please go on", line -> line.at("/values/note").asString());
        await("it is given to somebody of the campaign")
                .until(() -> !alice.conversation(id)
                        .path("assignedAt")
                        .asString(before)
                        .equals(before));
        assertThat(alice.conversation(id).get("campaign").asString()).isEqualTo("default");
    }

    private String isGivenToAlice(String name) {
        var customer = Customer.of(pupitre.base, name, PAGE);
        customer.writes("Hello");
        return alice.isGiven(customer);
    }

    private Answer transfers(String id, Map<String, Object> to) {
        return sofia.http.post(CONVERSATIONS + id + "/transfer", Map.of("to", to, "note", "Please go on"));
    }

    private String assignee(String id) {
        return alice.conversation(id).path("assignee").path("id").asString("");
    }

    private List<JsonNode> lines(String id, String type) {
        return sofia.messages(id).stream()
                .map(message -> message.get("happening"))
                .filter(line -> line.path("type").asString("").equals(type))
                .toList();
    }

    private String changes(String act) {
        return entries(act, "").getFirst().get("changes").toString();
    }

    /** The newest first; the outcome is written when the answer is on its way. */
    private List<JsonNode> entries(String act, String subject) {
        return await().until(
                        () -> admin.get("/api/v1/audit?size=50" + (subject.isEmpty() ? "" : "&subject=" + subject))
                                .json()
                                .get("items")
                                .valueStream()
                                .filter(entry -> entry.get("act").asString().equals(act))
                                .toList(),
                        found -> !found.isEmpty()
                                && found.stream()
                                        .allMatch(entry ->
                                                entry.get("outcome").asString().equals("DONE")));
    }
}
