package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** A person's wish to be forgotten, from Meta's call to the last document, over HTTP. */
class DataDeletionIT {
    private static final String SECRET_WORDS = "my cat is called Moustache";
    private static final String ANSWER = "we will tell nobody about Moustache";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final DeskAgent sofia = DeskAgent.loggedIn(pupitre.base, "sofia");
    private final DeskAgent admin = DeskAgent.loggedIn(pupitre.base, "admin");
    private final HttpSession sandbox = new HttpSession(pupitre.base);
    private final HttpSession person = new HttpSession(pupitre.base);

    @AfterEach
    void leave() {
        alice.is("OFFLINE");
    }

    @Test
    void nothingOfThePersonIsLeftAnywhere() {
        alice.is("ONLINE");
        var customer = customerWithTwoConversations();
        var other = Customer.named(pupitre.base, "Somebody else");
        other.writes("I stay");
        var kept = alice.isGiven(other);

        var confirmation = metaAsks(customer);

        var page = confirmation.get("url").asString();
        awaitOnPage(page, "Your data was erased");
        await().untilAsserted(() -> assertThat(everything())
                .doesNotContain(customer.id)
                .doesNotContain("Moustache")
                .doesNotContain("Camille Forgotten"));
        assertThat(alice.texts(kept)).containsExactly("I stay");
        await().untilAsserted(
                        () -> assertThat(alice.load()).isEqualTo(alice.mine().size()));
        assertThat(person.get(page).text()).doesNotContain(customer.id);
        alice.resolves(kept);
        await().untilAsserted(() -> assertThat(alice.mine())
                .extracting(conversation -> conversation.get("id").asString())
                .doesNotContain(kept));
    }

    @Test
    void supervisorsFindWhomMetaDoesNotName() {
        var customer = Customer.named(pupitre.base, "Dominique Searched");
        customer.writes(SECRET_WORDS);
        await().untilAsserted(() -> assertThat(alice.conversationOf(customer)).isPresent());

        var confirmation = json(sandbox.post("/sandbox/api/data-deletion", Map.of("user", "77700000000077")));

        var code = confirmation.get("confirmation_code").asString();
        awaitOnPage(confirmation.get("url").asString(), "Your request is being handled");
        assertThat(alice.http.get("/api/v1/privacy/deletions")).returns(403, Answer::status);
        assertThat(deletion(code).get("state").asString()).isEqualTo("SEARCHING");
        var match = "/api/v1/privacy/deletions/" + code + "/match";
        assertThat(sofia.http.post(match, Map.of("customers", List.of(".*")))).returns(400, Answer::status);
        var retry = "/api/v1/privacy/deletions/" + code + "/retry";
        assertThat(alice.http.post(retry, Map.of())).returns(403, Answer::status);
        assertThat(sofia.http.post(retry, Map.of())).returns(202, Answer::status);
        assertThat(sofia.http.post(match, Map.of("customers", List.of(customer.id))))
                .returns(202, Answer::status);
        awaitOnPage(confirmation.get("url").asString(), "Your data was erased");
        assertThat(everything()).doesNotContain(customer.id);
        assertThat(deletion(code).get("conversations").asInt()).isEqualTo(1);
        assertThat(sofia.http.post(match, Map.of("customers", List.of()))).returns(409, Answer::status);
        assertThat(sofia.http.post(retry, Map.of())).returns(409, Answer::status);
    }

    @Test
    void anAdministratorErasesACustomerWhoAskedInAnotherWay() {
        var customer = Customer.named(pupitre.base, "Claude Asked");
        customer.writes(SECRET_WORDS);
        await().untilAsserted(() -> assertThat(alice.conversationOf(customer)).isPresent());
        var wish = Map.of("customer", customer.id);

        assertThat(sofia.http.post("/api/v1/privacy/deletions", wish)).returns(403, Answer::status);
        var code = admin.http
                .post("/api/v1/privacy/deletions", wish)
                .json()
                .get("code")
                .asString();

        await().untilAsserted(
                        () -> assertThat(deletion(code).get("state").asString()).isEqualTo("ERASED"));
        assertThat(everything()).doesNotContain(customer.id).doesNotContain("Claude Asked");
        assertThat(alice.conversationOf(customer)).isEmpty();
    }

    /** One is over, the other is in an agent's hands, with an answer in each. */
    private Customer customerWithTwoConversations() {
        var customer = Customer.named(pupitre.base, "Camille Forgotten");
        customer.writes(SECRET_WORDS);
        var first = alice.isGiven(customer);
        alice.replies(first, ANSWER);
        await().untilAsserted(() -> assertThat(customer.received()).hasSize(1));
        alice.resolves(first);
        await().untilAsserted(() ->
                assertThat(alice.conversation(first).get("state").asString()).isEqualTo("CLOSED"));
        customer.writes("once more: " + SECRET_WORDS);
        alice.replies(alice.isGiven(customer), ANSWER);
        await().untilAsserted(() -> assertThat(customer.received()).hasSize(2));
        return customer;
    }

    private JsonNode metaAsks(Customer customer) {
        return json(sandbox.post("/sandbox/api/data-deletion", Map.of("customer", customer.id)));
    }

    /** What Pupitre answered to the sandbox. */
    private static JsonNode json(Answer answer) {
        assertThat(answer.json().get("status").asInt()).as(answer.text()).isEqualTo(200);
        var body = answer.json().get("body");
        return body.isString() ? HttpSession.JSON.readTree(body.asString()) : body;
    }

    private void awaitOnPage(String url, String words) {
        await().untilAsserted(() -> assertThat(person.get(url))
                .returns(200, Answer::status)
                .satisfies(page -> assertThat(page.text()).contains(words)));
    }

    private JsonNode deletion(String code) {
        return sofia.http.get("/api/v1/privacy/deletions/" + code).json();
    }

    /** All documents of all collections, as text. */
    private String everything() {
        var mongo = pupitre.context.getBean(MongoTemplate.class);
        var texts = new ArrayList<String>();
        for (var collection : mongo.getCollectionNames()) {
            mongo.findAll(Document.class, collection).forEach(document -> texts.add(collection + document.toJson()));
        }
        return String.join("\n", texts);
    }
}
