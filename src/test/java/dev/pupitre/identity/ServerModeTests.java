package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.CannotStart;
import dev.pupitre.kernel.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ServerModeTests {
    private static final String PASSWORD = "pupitre.identity.admin.password=a-long-password";
    private static final String TOKEN = "pupitre.identity.admin.token=a-token-from-outside";

    private final MongoServer server = new MongoServer(new MemoryBackend());
    private String store = "";

    @BeforeEach
    void startStore() {
        server.bind("localhost", 0);
        store = server.getConnectionString() + "/identity";
    }

    @AfterEach
    void stopStore() {
        server.shutdownNow();
    }

    @Test
    void knowsNoneOfTheDemoUsersAndTokens() {
        try (var node = Node.start("server", store)) {
            assertThatNoDemoUserGetsIn(node);
        }
    }

    @Test
    void doesNotLetDemoUsersInThatGotIntoItsStore() {
        Node.start("local", store).close();

        try (var node = Node.start("server", store, PASSWORD)) {
            assertThatNoDemoUserGetsIn(node);
            assertThat(node.get(Users.class).account(new UserId("alice"))).isEmpty();
        }
    }

    private static void assertThatNoDemoUserGetsIn(Node node) {
        for (var name : new String[] {"alice", "bruno", "sofia", "nadia", "admin"}) {
            assertThat(node.browser().logIn(name, name).statusCode()).isEqualTo(401);
        }
        assertThat(node.browser()
                        .withToken("local-dev-token")
                        .get("/api/v1/probe")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysThatNobodyCanLogIn(CapturedOutput output) {
        Node.start("server", store).close();

        assertThat(output).contains("Nobody can log in", "PUPITRE_IDENTITY_ADMIN_PASSWORD");
    }

    @Test
    void letsTheFirstAdministratorInByTheSettings() {
        try (var node = Node.start("server", store, PASSWORD, TOKEN)) {
            var browser = node.browser();

            assertThat(browser.logIn("admin", "a-long-password").statusCode()).isEqualTo(204);
            assertThat(browser.get("/api/v1/probe").body()).isEqualTo("admin Administrator [ADMIN]");
            assertThat(node.browser()
                            .withToken("a-token-from-outside")
                            .get("/api/v1/probe")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void leavesTheAdministratorAloneOnceThereIsOne() {
        Node.start("server", store, PASSWORD).close();

        try (var node = Node.start("server", store, "pupitre.identity.admin.password=another-password", TOKEN)) {
            assertThat(node.browser().logIn("admin", "another-password").statusCode())
                    .isEqualTo(401);
            assertThat(node.browser().logIn("admin", "a-long-password").statusCode())
                    .isEqualTo(204);
            assertThat(node.browser()
                            .withToken("a-token-from-outside")
                            .get("/api/v1/probe")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void doesNotStartWithAPasswordThatIsTooShort() {
        assertThatThrownBy(() -> Node.start("server", store, "pupitre.identity.admin.password=short"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Expected PUPITRE_IDENTITY_ADMIN_PASSWORD to have at least 12 characters");
    }

    @Test
    void doesNotStartWithAPasswordThatBcryptWouldCutOff() {
        assertThatThrownBy(() -> Node.start("server", store, "pupitre.identity.admin.password=" + "é".repeat(37)))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "Expected PUPITRE_IDENTITY_ADMIN_PASSWORD to have at most 72 bytes in UTF-8, but it has 74");
    }

    @Test
    void doesNotStartWithATokenThatIsTooShort() {
        assertThatThrownBy(() -> Node.start("server", store, PASSWORD, "pupitre.identity.admin.token=short"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Expected PUPITRE_IDENTITY_ADMIN_TOKEN to have at least 12 characters");
    }

    @Test
    void sendsItsCookiesOverTlsOnly() {
        try (var node = Node.start("server", store, PASSWORD)) {
            var browser = node.browser();

            assertThat(browser.get("/api/v1/probe").headers().allValues("Set-Cookie"))
                    .singleElement()
                    .asString()
                    .contains("XSRF-TOKEN=", "Secure");
            assertThat(browser.postLogin("admin", "a-long-password").headers().allValues("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("PUPITRE_SESSION="))
                    .singleElement()
                    .asString()
                    .contains("Secure", "HttpOnly");
        }
    }

    @Test
    void keepsTheFiguresForAdministratorsAndHasNoSandbox() {
        try (var node = Node.start("server", store, PASSWORD, TOKEN)) {
            var program = node.browser().withToken("a-token-from-outside");

            assertThat(node.browser().get("/actuator/prometheus").statusCode()).isEqualTo(401);
            assertThat(program.get("/actuator/prometheus").statusCode()).isEqualTo(200);
            assertThat(node.browser().get("/actuator/health/liveness").statusCode())
                    .isEqualTo(200);
            assertThat(node.browser().get("/sandbox").statusCode()).isEqualTo(401);
            assertThat(program.post("/sandbox/api/probe").statusCode()).isEqualTo(403);
        }
    }
}
