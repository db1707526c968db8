package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** What Meta tells by signed webhooks over HTTP, through the real engine, and what the agent who is given it sees. */
abstract class WebhookStory {
    static final String PAGE = "100000000000001";

    final RunningPupitre pupitre = RunningPupitre.shared();
    final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    final HttpSession sandbox = new HttpSession(pupitre.base);
    final String run = UUID.randomUUID().toString().substring(0, 8);
    final Customer customer = Customer.named(pupitre.base, "Kinds " + run);

    @BeforeEach
    void come() {
        alice.is("ONLINE");
    }

    @AfterEach
    void leave() {
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
        alice.is("OFFLINE");
    }

    String isGiven() {
        customer.writes("Bonjour");
        return alice.isGiven(customer);
    }

    /** The only open conversation of this kind, as soon as it is in the agent's hands. */
    String isGiven(Predicate<JsonNode> wanted) {
        return await().until(() -> alice.mine().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow()
                .get("id")
                .asString();
    }

    /** What the customer does in the sandbox. */
    void does(String act, Map<String, ?> what) {
        var answer = sandbox.post("/sandbox/api/customers/" + customer.id + "/" + act, what);
        assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
    }

    /** An item of {@code messaging} as Meta has it, at a moment that far from now. */
    void tell(Duration later, Map<String, ?> what) {
        tell("messaging", item(later, what));
    }

    void tell(String array, Map<String, ?> item) {
        var entry = Map.of("id", PAGE, "time", System.currentTimeMillis(), array, List.of(item));
        tell(List.of(entry));
    }

    void tell(List<? extends Map<String, ?>> entries) {
        var answer = sandbox.post("/sandbox/api/webhooks", Map.of("object", "page", "entry", entries));
        assertThat(answer.json().get("status").asInt()).isEqualTo(200);
    }

    Map<String, Object> item(Duration later, Map<String, ?> what) {
        var item = new HashMap<String, Object>(what);
        item.put("sender", Map.of("id", customer.id));
        item.put("recipient", Map.of("id", PAGE));
        item.put("timestamp", System.currentTimeMillis() + later.toMillis());
        return item;
    }

    /** All that Meta was told that it was received of has come to its place. */
    void awaitEmptyInbox() {
        var inbox = pupitre.context.getBean(MongoTemplate.class).getCollection("inbox");
        await().until(() -> inbox.countDocuments() == 0);
    }

    Optional<JsonNode> message(String conversation, Predicate<JsonNode> wanted) {
        return alice.messages(conversation).stream().filter(wanted).findFirst();
    }

    JsonNode messageSaying(String conversation, String text) {
        return await().until(
                        () -> message(
                                conversation,
                                message -> message.get("text").asString().equals(text)),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The lines of this type that nobody wrote. */
    List<JsonNode> lines(String conversation, String type) {
        return alice.messages(conversation).stream()
                .map(message -> message.get("happening"))
                .filter(happening -> happening.path("type").asString("").equals(type))
                .toList();
    }

    Answer says(String conversation, Map<String, ?> reply) {
        return alice.http.post(path(conversation) + "/messages", reply);
    }

    static String path(String conversation) {
        return "/api/v1/conversations/" + conversation;
    }
}
