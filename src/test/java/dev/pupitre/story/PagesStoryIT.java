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

/** Pages over HTTP, from Facebook's dialog to a token that dies and is mended, with the sandbox as Facebook. */
class PagesStoryIT {
    private static final String PAGES = "/api/v1/pages";
    private static final String OWN = "100000000000001";
    private static final String SECOND = "100000000000002";
    private static final String THIRD = "100000000000003";

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession facebook = new HttpSession(pupitre.base);
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
    private final FacebookDialog dialog = new FacebookDialog(admin, facebook);
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;

    @BeforeEach
    @AfterEach
    void onlyThePageOfTheSettingsIsConnected() {
        for (var page : List.of(OWN, SECOND, THIRD)) {
            facebook.patch("/sandbox/api/pages/" + page, Map.of("token", "VALID", "missingPermissions", List.of()));
            if (!page.equals(OWN)) {
                admin.delete(PAGES + "/" + page);
            }
        }
        assertThat(admin.post(PAGES + "/" + OWN + "/check", Map.of())).returns(200, Answer::status);
    }

    @Test
    void connectsTwoPagesAtOnceAndAnswersForThem() {
        var connected = dialog.connect(Map.of(), SECOND, THIRD);

        assertThat(connected).returns(200, Answer::status);
        assertThat(connected.json().valueStream())
                .hasSize(2)
                .allSatisfy(page -> assertThat(page.get("state").asString()).isEqualTo("CONNECTED"));
        assertThat(fieldsAtFacebook(SECOND)).contains("messages", "message_echoes", "feed");
        var bruno = DeskAgent.loggedIn(pupitre.base, "bruno").is("ONLINE");
        try {
            var customer = Customer.of(pupitre.base, "Second", SECOND);
            customer.writes("Hello, second Page");
            var id = bruno.isGiven(customer);
            assertThat(bruno.replies(id, "Hello from the second Page")).returns(202, Answer::status);
            await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Hello from the second Page"));
            await().untilAsserted(() -> {
                assertThat(page(SECOND).get("lastEventAt").isNull()).isFalse();
                assertThat(page(SECOND).get("lastSendAt").isNull()).isFalse();
            });
            bruno.resolves(id);
        } finally {
            bruno.is("OFFLINE");
        }
    }

    @Test
    void namesThePermissionsThatWereDeclined() {
        var refused = dialog.connect(Map.of("declined", List.of("pages_messaging")), SECOND);

        assertThat(refused).returns(409, Answer::status);
        assertThat(refused.json().get("detail").asString()).contains("pages_messaging");
        assertThat(connectedPages()).doesNotContain(SECOND);
    }

    @Test
    void saysThatTheDialogWasCancelled() {
        var state = dialog.answered(Map.of("cancel", true));

        var found = admin.get(PAGES + "/connect/" + state).json();

        assertThat(found.get("error").asString()).contains("cancelled");
        assertThat(found.get("pages").isEmpty()).isTrue();
        assertThat(sofia.get(PAGES + "/connect/" + state)).returns(403, Answer::status);
    }

    @Test
    void takesWhatComesBackOnlyFromTheLoginThatSetOut() {
        var begun = dialog.begun();
        var back = dialog.location(begun, Map.of());
        var other = DeskAgent.loggedIn(pupitre.base, "admin").http;

        assertThat(other.get(FacebookDialog.path(back))).returns(303, Answer::status);

        assertThat(other.get(PAGES + "/connect/" + begun.get("state").asString()))
                .returns(404, Answer::status);
        assertThat(new HttpSession(pupitre.base).get(FacebookDialog.path(back))).returns(303, Answer::status);
        assertThat(admin.get(FacebookDialog.path(back))).returns(303, Answer::status);
        assertThat(admin.get(PAGES + "/connect/" + begun.get("state").asString())
                        .json()
                        .get("pages"))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void holdsMessagesWhileATokenIsDeadAndSendsThemOnceItIsMended() {
        dialog.connect(Map.of(), SECOND);
        var bruno = DeskAgent.loggedIn(pupitre.base, "bruno").is("ONLINE");
        try (var alarms = PageAlarms.heardBy(sofia)) {
            var customer = Customer.of(pupitre.base, "Patient", SECOND);
            customer.writes("Is anybody there?");
            var id = bruno.isGiven(customer);

            facebook.patch("/sandbox/api/pages/" + SECOND, Map.of("token", "PASSWORD_CHANGED"));
            assertThat(bruno.replies(id, "Yes, we are")).returns(202, Answer::status);

            await().untilAsserted(() -> {
                assertThat(page(SECOND).get("state").asString()).isEqualTo("HELD");
                assertThat(page(SECOND).get("tokenState").asString()).isEqualTo("INVALID");
                assertThat(page(SECOND).get("queued").asInt())
                        .as("waiting for Page %s at %s", SECOND, bruno.messages(id))
                        .isEqualTo(1);
            });
            assertThat(page(SECOND).get("problems").get(0).get("remedy").asString())
                    .isEqualTo("RECONNECT");
            assertThat(page(OWN).get("state").asString())
                    .as("other Pages go on")
                    .isEqualTo("CONNECTED");
            alarms.awaitState(SECOND, "HELD");
            assertThat(customer.received()).isEmpty();

            assertThat(dialog.connect(Map.of(), SECOND)).returns(200, Answer::status);

            await().untilAsserted(() -> assertThat(customer.received()).containsExactly("Yes, we are"));
            assertThat(page(SECOND).get("state").asString()).isEqualTo("CONNECTED");
            alarms.awaitState(SECOND, "CONNECTED");
            bruno.resolves(id);
        } finally {
            bruno.is("OFFLINE");
        }
    }

    @Test
    void subscribesAgainToWhatMetaDropped() {
        facebook.patch("/sandbox/api/pages/" + OWN, Map.of("subscribedFields", List.of()));
        assertThat(fieldsAtFacebook(OWN)).isEmpty();

        var checked = admin.post(PAGES + "/" + OWN + "/check", Map.of()).json();

        assertThat(checked.get("state").asString()).isEqualTo("CONNECTED");
        assertThat(checked.get("missingFields").isEmpty()).isTrue();
        assertThat(fieldsAtFacebook(OWN)).contains("messages", "message_reads", "standby");
    }

    @Test
    void endsTheSubscriptionOfAPageThatIsDisconnectedAndKeepsItsSettings() {
        dialog.connect(Map.of(), THIRD);
        assertThat(admin.patch(PAGES + "/" + THIRD, Map.of("retentionDays", 30, "zone", "Asia/Tokyo")))
                .returns(200, Answer::status);

        assertThat(admin.delete(PAGES + "/" + THIRD)).returns(204, Answer::status);

        // A check that was under way may subscribe it once more, and then ends that itself.
        await().untilAsserted(() -> assertThat(fieldsAtFacebook(THIRD)).isEmpty());
        assertThat(page(THIRD).get("state").asString()).isEqualTo("DISCONNECTED");
        dialog.connect(Map.of(), THIRD);
        assertThat(page(THIRD).get("retentionDays").asInt()).isEqualTo(30);
        assertThat(page(THIRD).get("zone").asString()).isEqualTo("Asia/Tokyo");
    }

    @Test
    void writesTheMessengerProfileAndDeletesWhatWasEmptied() {
        var whole = Map.of(
                "greetings", List.of(Map.of("locale", "default", "text", "Bonjour !")),
                "getStarted", "GET_STARTED",
                "iceBreakers", List.of(Map.of("question", "Where are you?", "payload", "WHERE")),
                "menu", List.of(Map.of("kind", "LINK", "title", "Shop", "value", "https://shop.example/")));
        assertThat(admin.put(PAGES + "/" + OWN + "/profile", whole)).returns(200, Answer::status);
        assertThat(sofia.get(PAGES + "/" + OWN + "/profile").json()).isEqualTo(HttpSession.JSON.valueToTree(whole));

        var empty = Map.of("greetings", List.of(), "iceBreakers", List.of(), "menu", List.of());
        assertThat(admin.put(PAGES + "/" + OWN + "/profile", empty)).returns(200, Answer::status);

        var left = admin.get(PAGES + "/" + OWN + "/profile").json();
        assertThat(left.get("greetings").isEmpty()).isTrue();
        assertThat(left.get("menu").isEmpty()).isTrue();
        assertThat(left.get("getStarted").isNull()).isTrue();
    }

    @Test
    void isForSupervisorsToSeeAndForAdministratorsToChange() {
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").http;

        assertThat(alice.get(PAGES)).returns(403, Answer::status);
        assertThat(sofia.get(PAGES)).returns(200, Answer::status);
        assertThat(sofia.get(PAGES + "/connect")).returns(403, Answer::status);
        assertThat(sofia.post(PAGES + "/" + OWN + "/check", Map.of())).returns(403, Answer::status);
        assertThat(sofia.patch(PAGES + "/" + OWN, Map.of("humanAgent", true))).returns(403, Answer::status);
        assertThat(admin.delete(PAGES + "/" + OWN)).returns(409, Answer::status);
        assertThat(admin.patch(PAGES + "/" + OWN, Map.of("retentionDays", 0))).returns(400, Answer::status);
        assertThat(admin.patch(PAGES + "/" + OWN, Map.of("zone", "Mars/Olympus")))
                .returns(400, Answer::status);
        assertThat(admin.get(PAGES + "/connect?origin=https://elsewhere.example"))
                .returns(400, Answer::status);
        assertThat(admin.get(PAGES + "/999")).returns(404, Answer::status);
        assertThat(admin.get(PAGES).text()).doesNotContain("sandbox-page-token");
    }

    private JsonNode page(String id) {
        return sofia.get(PAGES + "/" + id).json();
    }

    private List<String> connectedPages() {
        return sofia.get(PAGES)
                .json()
                .valueStream()
                .filter(page -> !page.get("state").asString().equals("DISCONNECTED"))
                .map(page -> page.get("id").asString())
                .toList();
    }

    private List<String> fieldsAtFacebook(String id) {
        return facebook.get("/sandbox/api/pages")
                .json()
                .valueStream()
                .filter(page -> page.get("id").asString().equals(id))
                .flatMap(page -> page.get("subscribedFields").valueStream())
                .map(JsonNode::asString)
                .toList();
    }
}
