package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class LoginTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static Node node;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start("local", STORE.getConnectionString() + "/identity", "pupitre.identity.hash-strength=5");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void letsAPersonInByPasswordAndKnowsThemFromThenOn() {
        var browser = node.browser();

        assertThat(browser.logIn("alice", "alice").statusCode()).isEqualTo(204);

        assertThat(browser.get("/api/v1/probe").body()).isEqualTo("alice Alice Martin [AGENT]");
    }

    @Test
    void takesANameAsPeopleTypeIt() {
        assertThat(node.browser().logIn(" Alice ", "alice").statusCode()).isEqualTo(204);
    }

    @Test
    void saysTheSameToAWrongPasswordAndToAnUnknownName() {
        var wrong = node.browser().logIn("bruno", "wrong");
        var unknown = node.browser().logIn("nobody", "wrong");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(wrong.body())
                .isEqualTo(unknown.body())
                .contains("\"status\":401", "\"detail\":\"The user name or the password is wrong\"");
    }

    @Test
    void refusesNamesAndPasswordsThatCannotBeRight() {
        assertThat(node.browser().logIn("", "").statusCode()).isEqualTo(401);
        assertThat(node.browser().logIn("x".repeat(5000), "y".repeat(5000)).statusCode())
                .isEqualTo(401);
        assertThat(node.browser().logIn("local-program", "").statusCode()).isEqualTo(401);
    }

    @Test
    void doesNotLetInWhoHasLeft() {
        node.get(Users.class)
                .add(new Account(
                        new UserId("gone"), "Gone", hash("gone", 4), Set.of(Role.AGENT), false, false, null, null));

        assertThat(node.browser().logIn("gone", "gone").statusCode()).isEqualTo(401);
    }

    @Test
    void givesTheBrowserACookieThatScriptsCannotRead() {
        var cookies = node.browser().logIn("alice", "alice").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("PUPITRE_SESSION="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void opensANewSessionAtEachLoginAndEndsTheOneBefore() {
        var browser = node.browser().withCookie("PUPITRE_SESSION", "chosen-by-an-attacker");
        browser.logIn("alice", "alice");
        var first = browser.cookie("PUPITRE_SESSION");
        browser.logIn("bruno", "bruno");

        assertThat(first).isNotEqualTo("chosen-by-an-attacker").hasSize(43);
        assertThat(browser.cookie("PUPITRE_SESSION")).isNotEqualTo(first);
        assertThat(node.browser()
                        .withCookie("PUPITRE_SESSION", first)
                        .get("/api/v1/probe")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void storesNoTokenThatOpensASession() {
        var browser = node.browser();
        browser.logIn("alice", "alice");

        var token = browser.cookie("PUPITRE_SESSION");
        assertThat(node.get(LoginSessions.class).find(token))
                .hasValueSatisfying(
                        session -> assertThat(session.id()).isNotEqualTo(token).hasSize(64));
    }

    @Test
    void forgetsTheBrowserThatLogsOut() {
        var browser = node.browser();
        browser.logIn("alice", "alice");
        var token = browser.cookie("PUPITRE_SESSION");

        assertThat(browser.post("/logout").statusCode()).isEqualTo(204);

        assertThat(browser.cookie("PUPITRE_SESSION")).isEmpty();
        assertThat(node.browser()
                        .withCookie("PUPITRE_SESSION", token)
                        .get("/api/v1/probe")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void renewsAPasswordHashThatIsTooWeakByNow() {
        var users = node.get(Users.class);
        var early = new UserId("early");
        users.add(Account.person(early, "Early", hash("early", 4), Set.of(Role.AGENT)));

        assertThat(node.browser().logIn("early", "early").statusCode()).isEqualTo(204);

        assertThat(users.account(early).map(Account::passwordHash))
                .hasValueSatisfying(hash -> assertThat(hash).startsWith("{bcrypt}$2a$05$"));
        assertThat(node.browser().logIn("early", "early").statusCode()).isEqualTo(204);
    }

    private static String hash(String password, int strength) {
        return "{bcrypt}" + new BCryptPasswordEncoder(strength).encode(password);
    }
}
