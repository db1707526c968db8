package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OwnAccountTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final String OLD = "the-old-key-of-a-door";
    private static final String NEW = "seventeen-grey-herons";
    private static Node node;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start("local", STORE.getConnectionString() + "/identity", "pupitre.identity.throttle.per-user=3");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void changesThePasswordForWhoeverKnowsThePresentOneAndEndsTheOtherSessions() {
        var here = somebody("vera");
        var there = loggedIn("vera", OLD);

        assertThat(here.send("PUT", "/api/v1/me/password", passwords(OLD, NEW)).statusCode())
                .isEqualTo(204);

        assertThat(here.get("/api/v1/probe").statusCode()).isEqualTo(200);
        assertThat(there.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(node.browser().logIn("vera", OLD).statusCode()).isEqualTo(401);
        assertThat(node.browser().logIn("vera", NEW).statusCode()).isEqualTo(204);
    }

    @Test
    void bearsOnlySoManyWrongPasswords() {
        var guesser = somebody("guessed");
        for (var guess = 0; guess < 3; guess++) {
            assertRefused(guesser.send("PUT", "/api/v1/me/password", passwords("wrong", NEW)), "current");
        }

        var refused = guesser.send("PUT", "/api/v1/me/password", passwords(OLD, NEW));

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password1234", "azertyuiop12", "motdepasse123", "aaaaaaaaaaaa", "123456789012", "simonesimone"})
    void takesNoPasswordThatIsCommonOrMadeOfTheName(String wanted) {
        var simone = somebody("simone");

        assertRefused(simone.send("PUT", "/api/v1/me/password", passwords(OLD, wanted)), "password");
    }

    @Test
    void takesNoNewPasswordFromAToken() {
        var program = node.browser().withToken("local-dev-token");

        assertThat(program.send("PUT", "/api/v1/me/password", passwords(OLD, NEW))
                        .statusCode())
                .isEqualTo(403);
        assertThat(program.get("/api/v1/me/sessions").statusCode()).isEqualTo(403);
    }

    @Test
    void isCalledByAnotherNameAtOnce() {
        var renamed = somebody("renamed");

        assertThat(renamed.send("PATCH", "/api/v1/me/account", "{\"name\":\" Rene \"}")
                        .body())
                .contains("\"name\":\"Rene\"");
        assertThat(renamed.get("/api/v1/probe").body()).startsWith("renamed Rene ");
        assertRefused(renamed.send("PATCH", "/api/v1/me/account", "{\"name\":\" \"}"), "name");
    }

    @Test
    void showsTheBrowsersThatAreLoggedInAndEndsOne() {
        var here = somebody("twofold").with("User-Agent", "Here/1");
        var there = node.browser().with("User-Agent", "There/2");
        there.logIn("twofold", OLD);

        var sessions = json(here.get("/api/v1/me/sessions"));
        assertThat(sessions).hasSize(2);
        var other = sessions.valueStream()
                .filter(session -> !session.get("current").asBoolean())
                .findFirst()
                .orElseThrow();
        assertThat(other.get("browser").asString()).isEqualTo("There/2");
        assertThat(other.get("address").asString()).isNotBlank();

        assertThat(here.send("DELETE", "/api/v1/me/sessions/" + other.get("id").asString(), "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(there.get("/api/v1/probe").statusCode()).isEqualTo(401);
        assertThat(here.get("/api/v1/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void endsNoSessionOfAnotherUser() {
        var victim = somebody("victim");
        var theirs = json(victim.get("/api/v1/me/sessions")).get(0).get("id").asString();
        var other = somebody("other");

        assertThat(other.send("DELETE", "/api/v1/me/sessions/" + theirs, "").statusCode())
                .isEqualTo(404);
        assertThat(victim.get("/api/v1/probe").statusCode()).isEqualTo(200);
    }

    @Test
    void letsAdministratorsEndAllSessionsOfAUser() {
        var seenOff = somebody("seen-off");
        var administrator = loggedIn("admin", "admin");

        assertThat(json(administrator.get("/api/v1/users/seen-off/sessions"))).hasSize(1);
        assertThat(administrator
                        .send("DELETE", "/api/v1/users/seen-off/sessions", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(seenOff.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    private static Browser somebody(String id) {
        var hash = node.get(PasswordEncoder.class).encode(OLD);
        node.get(Users.class).add(Account.person(new UserId(id), "Name of " + id, hash, Set.of(Role.AGENT)));
        return loggedIn(id, OLD);
    }

    private static Browser loggedIn(String id, String password) {
        var browser = node.browser();
        assertThat(browser.logIn(id, password).statusCode()).isEqualTo(204);
        browser.get("/api/v1/probe");
        return browser;
    }

    private static String passwords(String current, String wanted) {
        return "{\"current\":\"%s\",\"password\":\"%s\"}".formatted(current, wanted);
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
