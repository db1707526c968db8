package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.Secret;
import dev.pupitre.kernel.UserId;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

class AccessTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static Node node;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start("local", STORE.getConnectionString() + "/identity");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void answersACallWithoutACallerByAProblemAndNoRedirect() {
        var answer = node.browser().get("/api/v1/probe?x=1");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.body())
                .contains("\"status\":401", "\"title\":\"Unauthorized\"", "\"instance\":\"/api/v1/probe\"");
    }

    @Test
    void givesTheFirstAnswerACsrfTokenEvenWhenItIsARefusal() {
        var browser = node.browser();

        browser.get("/api/v1/probe");

        assertThat(browser.cookie("XSRF-TOKEN")).isNotEmpty();
    }

    @Test
    void refusesAChangeThatAnotherSiteMayHaveSent() {
        var browser = node.browser();
        browser.logIn("alice", "alice");
        var session = browser.cookie("PUPITRE_SESSION");

        var answer = node.browser().withCookie("PUPITRE_SESSION", session).post("/api/v1/probe");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesALoginAndALogoutWithoutTheCsrfToken() {
        assertThat(node.browser().postLogin("alice", "alice").statusCode()).isEqualTo(403);
        assertThat(node.browser().post("/logout").statusCode()).isEqualTo(403);
    }

    @Test
    void takesAChangeFromItsOwnPages() {
        var browser = node.browser();
        browser.logIn("alice", "alice");
        browser.get("/api/v1/probe");

        assertThat(browser.post("/api/v1/probe").body()).isEqualTo("changed by alice");
    }

    @Test
    void takesAProgramsTokenWithoutCsrfAndKeepsNoSession() {
        var program = node.browser().withToken("local-dev-token");

        assertThat(program.post("/api/v1/probe").body()).isEqualTo("changed by local-program");
        assertThat(program.get("/api/v1/analysts-only").statusCode()).isEqualTo(200);
        assertThat(program.cookie("PUPITRE_SESSION") + program.cookie("XSRF-TOKEN") + program.cookie("JSESSIONID"))
                .isEmpty();
    }

    @Test
    void refusesAnUnknownTokenEvenFromABrowserThatIsLoggedIn() {
        var browser = node.browser();
        browser.logIn("alice", "alice");

        assertThat(browser.withToken("guessed").get("/api/v1/probe").statusCode())
                .isEqualTo(401);
        assertThat(node.browser().withToken("").get("/api/v1/probe").statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesTheTokenOfAUserWhoHasLeft() {
        var gone = new UserId("gone-program");
        node.get(Users.class).add(new Account(gone, "Gone", null, Set.of(Role.AGENT), false, false, null, null));
        node.get(ApiTokens.class).add(new Secret("token-of-someone-gone"), gone, "old");

        assertThat(node.browser()
                        .withToken("token-of-someone-gone")
                        .get("/api/v1/probe")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesWhatTheCallersRoleDoesNotAllow() {
        var alice = node.browser();
        alice.logIn("alice", "alice");
        var nadia = node.browser();
        nadia.logIn("nadia", "nadia");

        assertThat(alice.get("/api/v1/analysts-only").statusCode()).isEqualTo(403);
        assertThat(alice.get("/api/v1/analysts-only").body()).contains("\"status\":403");
        assertThat(nadia.get("/api/v1/analysts-only").statusCode()).isEqualTo(200);
    }

    @Test
    void letsMachinesInThatProveThemselvesOtherwise() {
        var webhook = node.browser().post("/webhooks/meta");

        assertThat(webhook.body()).isEqualTo("taken");
        assertThat(webhook.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(node.browser().get("/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(node.browser().get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    @Test
    void tellsHealthToEveryoneAndItsDetailsToAdministrators() {
        assertThat(node.browser().get("/actuator/health").body())
                .contains("\"mongo\"")
                .doesNotContain("\"details\"");
        assertThat(node.browser()
                        .withToken("local-dev-token")
                        .get("/actuator/health")
                        .body())
                .contains("\"mongo\"", "\"details\"");
        assertThat(node.browser().withToken("guessed").get("/actuator/health").statusCode())
                .isEqualTo(401);
    }

    @Test
    void opensTheSandboxAndTheFiguresInLocalMode() {
        assertThat(node.browser().post("/sandbox/api/probe").body()).isEqualTo("taken");
        assertThat(node.browser().get("/actuator/prometheus").body()).contains("jvm_");
    }

    @Test
    void listensToThisMachineOnlyInLocalMode() {
        assertThat(((WebServerApplicationContext) node.context()).getWebServer())
                .isInstanceOfSatisfying(
                        TomcatWebServer.class,
                        server -> assertThat(server.getTomcat().getConnector().getProperty("address"))
                                .asInstanceOf(type(InetAddress.class))
                                .matches(InetAddress::isLoopbackAddress));
    }

    @Test
    void showsPagesToEveryone() {
        assertThat(node.browser().get("/desk").statusCode()).isEqualTo(200);
        assertThat(node.browser().get("/no-such-page").statusCode()).isEqualTo(404);
    }

    @Test
    void allowsPagesNothingButTheirOwnFiles() {
        var headers = node.browser().get("/desk").headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValue("default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                        + "form-action 'self'; frame-ancestors 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
    }

    @Test
    void describesItselfAndTheTwoWaysIn() {
        var description = node.browser().get("/v3/api-docs");

        assertThat(description.statusCode()).isEqualTo(200);
        assertThat(description.body())
                .contains("\"title\":\"Pupitre\"", "\"scheme\":\"bearer\"", "\"name\":\"PUPITRE_SESSION\"")
                .contains("/api/v1/probe", "/webhooks/meta")
                .contains("\"password\":{\"type\":\"string\",\"format\":\"password\"}")
                .doesNotContain("\"caller\"", "/sandbox/api/probe");
    }
}
