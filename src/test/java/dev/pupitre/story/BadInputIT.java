package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BadInputIT {
    private static final String CONVERSATIONS = "/api/v1/conversations";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");
    private final HttpSession stranger = new HttpSession(pupitre.base);

    @BeforeEach
    void come() {
        alice.is("ONLINE");
    }

    @AfterEach
    void leave() {
        alice.is("OFFLINE");
    }

    @Test
    void aStrangerIsAskedToLogIn() {
        assertThat(stranger.get(CONVERSATIONS)).returns(401, Answer::status);
        assertThat(new HttpSession(pupitre.base, "no-such-token").get(CONVERSATIONS))
                .returns(401, Answer::status);
        assertThat(new HttpSession(pupitre.base, "local-dev-token").get(CONVERSATIONS))
                .returns(200, Answer::status);
    }

    @Test
    void anEmptyOrTooLongAnswerIsRefusedBeforeItIsStored() {
        var customer = Customer.named(pupitre.base, "Quiet");
        customer.writes("Hello");
        var id = await().until(
                        () -> alice.conversationOf(customer)
                                .filter(found -> found.get("state").asString().equals("ASSIGNED")),
                        Optional::isPresent)
                .orElseThrow()
                .get("id")
                .asString();

        for (var text : new String[] {"", "  \n ", "x".repeat(2001)}) {
            var refusal = alice.replies(id, text);
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.json().at("/errors/0/field").asString()).isEqualTo("text");
            assertThat(refusal.json().at("/errors/0/message").asString()).isNotBlank();
        }
        assertThat(alice.texts(id)).containsExactly("Hello");
        assertThat(alice.replies(id, "x".repeat(2000))).returns(202, Answer::status);
    }

    @Test
    void anUnknownConversationIsNotFound() {
        for (var path : new String[] {"", "/messages"}) {
            assertThat(alice.http.get(CONVERSATIONS + "/no-such-one" + path)).returns(404, Answer::status);
        }
        assertThat(alice.replies("no-such-one", "Hi")).returns(404, Answer::status);
        assertThat(alice.claims("no-such-one")).returns(404, Answer::status);
        assertThat(alice.resolves("no-such-one")).returns(404, Answer::status);
    }

    @Test
    void anAnalystReadsButDoesNotAnswer() {
        var nadia = DeskAgent.loggedIn(pupitre.base, "nadia");

        assertThat(nadia.http.get(CONVERSATIONS)).returns(200, Answer::status);
        assertThat(nadia.replies("any", "Hi")).returns(403, Answer::status);
        assertThat(nadia.claims("any")).returns(403, Answer::status);
        assertThat(nadia.http.put("/api/v1/me/presence", Map.of("presence", "ONLINE")))
                .returns(403, Answer::status);
    }

    @Test
    void everyRefusalIsAProblem() {
        var refusals = new Answer[] {
            alice.http.get(CONVERSATIONS + "?state=SLEEPING"),
            alice.http.get(CONVERSATIONS + "?page=-1"),
            alice.http.get(CONVERSATIONS + "?size=100000"),
            alice.http.get(CONVERSATIONS + "?from=yesterday"),
            alice.http.get(CONVERSATIONS + "/" + "x".repeat(500)),
            alice.http.put("/api/v1/me/presence", Map.of("presence", "ASLEEP")),
            alice.http.put("/api/v1/me/presence", Map.of())
        };

        assertThat(refusals).allSatisfy(refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(refusal.json().get("detail").asString()).isNotBlank();
        });
    }

    @Test
    void aWebhookWithoutARightSignatureLeavesNothingBehind() {
        var body = """
                {"object":"page","entry":[{"id":"100000000000001","time":1,"messaging":[{"sender":{"id":"forger"},\
                "recipient":{"id":"100000000000001"},"timestamp":1,"message":{"mid":"forged","text":"Hi"}}]}]}""".getBytes(StandardCharsets.UTF_8);

        assertThat(stranger.raw("/webhooks/meta", body, Map.of("Content-Type", "application/json")))
                .returns(403, Answer::status);
        assertThat(stranger.raw(
                        "/webhooks/meta",
                        body,
                        Map.of("Content-Type", "application/json", "X-Hub-Signature-256", "sha256=" + "0".repeat(64))))
                .returns(403, Answer::status);

        assertThat(alice.list("q=forger")).isEmpty();
        assertThat(stranger.get("/actuator/prometheus").text()).contains("pupitre_webhook_refused_total");
    }

    @Test
    void nonsenseThatIsSignedIsTakenAndCounted() {
        for (var nonsense :
                new Object[] {Map.of(), Map.of("object", 7), Map.of("object", "page", "entry", "none"), "text", 42}) {
            assertThat(stranger.post("/sandbox/api/webhooks", nonsense)
                            .json()
                            .get("status")
                            .asInt())
                    .isEqualTo(200);
        }
    }

    @Test
    void theInterfaceDescribesItself() {
        assertThat(stranger.get("/v3/api-docs").json().at("/paths").propertyNames())
                .contains("/api/v1/conversations/{id}/messages", "/api/v1/conversations/{id}/claim", "/api/v1/events");
    }
}
