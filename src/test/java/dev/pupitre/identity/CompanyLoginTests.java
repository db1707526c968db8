package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.CompanyProvider;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompanyLoginTests {
    private static final String ROLES_CLAIM = "pupitre.identity.oidc.roles-claim=realm.groups";
    private static final String NEW_USERS = "pupitre.identity.oidc.new-users=true";
    private static final String[] GROUPS = {
        ROLES_CLAIM, "pupitre.identity.oidc.roles.AGENT=desk,care", "pupitre.identity.oidc.roles.ADMIN=it"
    };

    private final MongoServer store = new MongoServer(new MemoryBackend());
    private final CompanyProvider provider = new CompanyProvider();

    @BeforeEach
    void startStore() {
        store.bind("localhost", 0);
    }

    @AfterEach
    void stop() {
        provider.close();
        store.shutdownNow();
    }

    @Test
    void isOffAndUnknownWithoutAProvider() {
        try (var node = Node.start("local", store.getConnectionString() + "/identity")) {
            assertThat(node.browser().get("/api/v1/login-options").body()).isEqualTo("{\"company\":null}");
            assertThat(node.browser().get("/oauth2/authorization/company").statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void letsAKnownUserInWhoIsLoggedInAsByThePassword() {
        try (var node = start()) {
            assertThat(node.browser().get("/api/v1/login-options").body())
                    .contains("\"name\":\"Ada & Co\"", "\"address\":\"/oauth2/authorization/company\"");

            var alice = node.browser();
            assertThat(logIn(alice, "sub-of-alice", "{\"preferred_username\":\"Alice\"}"))
                    .isEqualTo("/");

            assertThat(alice.get("/api/v1/probe").body()).isEqualTo("alice Alice Martin [AGENT]");
            assertThat(alice.get("/api/v1/me/account").body()).contains("\"company\":true");
            assertThat(node.browser().logIn("alice", "alice").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void knowsAUserAgainWhateverTheProviderCallsThemNow() {
        try (var node = start()) {
            logIn(node.browser(), "sub-of-alice", "{\"preferred_username\":\"alice\"}");

            var renamed = node.browser();
            logIn(renamed, "sub-of-alice", "{\"preferred_username\":\"alice.married\"}");

            assertThat(renamed.get("/api/v1/probe").body()).startsWith("alice ");
        }
    }

    @Test
    void givesNobodyTheUserOfAnother() {
        try (var node = start()) {
            logIn(node.browser(), "sub-of-alice", "{\"preferred_username\":\"alice\"}");

            var other = node.browser();
            assertThat(logIn(other, "sub-of-another", "{\"preferred_username\":\"alice\"}"))
                    .isEqualTo("/login?company=taken");
            assertThat(other.get("/api/v1/probe").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void letsNobodyInWhoIsNotKnownOrHasLeft() {
        try (var node = start()) {
            node.get(Users.class)
                    .add(new Account(new UserId("gone"), "Gone", null, Set.of(Role.AGENT), false, false, null, null));

            assertThat(logIn(node.browser(), "s", "{\"preferred_username\":\"stranger\"}"))
                    .isEqualTo("/login?company=unknown");
            assertThat(logIn(node.browser(), "s", "{\"preferred_username\":\"no id at all\"}"))
                    .isEqualTo("/login?company=unknown");
            assertThat(logIn(node.browser(), "sub-of-gone", "{\"preferred_username\":\"gone\"}"))
                    .isEqualTo("/login?company=disabled");
        }
    }

    @Test
    void makesANewUserOfTheirGroupsAndFollowsThem() {
        try (var node = start(NEW_USERS, GROUPS[0], GROUPS[1], GROUPS[2])) {
            var first = node.browser();
            logIn(first, "s-1", claims("nina", "care", "it"));
            assertThat(first.get("/api/v1/probe").body()).isEqualTo("nina Nina N. [AGENT, ADMIN]");
            assertThat(first.get("/api/v1/audit?subject=nina").body()).contains("USER_SIGNED_UP");

            var second = node.browser();
            logIn(second, "s-1", claims("nina", "care"));
            assertThat(second.get("/api/v1/probe").body()).isEqualTo("nina Nina N. [AGENT]");

            assertThat(logIn(node.browser(), "s-1", claims("nina", "kitchen"))).isEqualTo("/login?company=no-role");
        }
    }

    @Test
    void takesNoAnswerThatThisBrowserHasNotAskedFor() {
        try (var node = start()) {
            var begun = begin(node.browser());
            var answer = provider.logIn(begun, "sub-of-alice", "{\"preferred_username\":\"alice\"}");

            var victim = node.browser();
            var led = victim.get(answer.getRawPath() + "?" + answer.getRawQuery());

            assertThat(led.headers().firstValue("Location").orElse("")).endsWith("/login?company=failed");
            assertThat(victim.get("/api/v1/probe").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void leadsToTheProvidersLogoutWhoeverCameFromThere() {
        try (var node = start()) {
            var alice = node.browser();
            logIn(alice, "sub-of-alice", "{\"preferred_username\":\"alice\"}");
            alice.get("/api/v1/probe");

            var answer = alice.post("/logout");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains(provider.issuer() + "/endsession", "client_id=pupitre", "post_logout_redirect_uri=");
            assertThat(alice.get("/api/v1/probe").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void startsWhileTheProviderDoesNotAnswer() {
        var issuer = provider.issuer();
        provider.close();
        try (var node = Node.start("local", store.getConnectionString() + "/identity", settings(issuer))) {
            assertThat(node.browser().logIn("alice", "alice").statusCode()).isEqualTo(204);
            assertThat(node.browser()
                            .get("/oauth2/authorization/company")
                            .headers()
                            .firstValue("Location")
                            .orElse(""))
                    .endsWith("/login?company=failed");
        }
    }

    private Node start(String... more) {
        var settings = new ArrayList<>(List.of(settings(provider.issuer())));
        settings.addAll(List.of(more));
        return Node.start("local", store.getConnectionString() + "/identity", settings.toArray(String[]::new));
    }

    private static String[] settings(String issuer) {
        return new String[] {
            "pupitre.identity.oidc.issuer=" + issuer,
            "pupitre.identity.oidc.client-secret=between-us",
            "pupitre.identity.oidc.name=Ada & Co"
        };
    }

    private static URI begin(Browser browser) {
        var begun = browser.get("/oauth2/authorization/company");
        assertThat(begun.statusCode()).isEqualTo(302);
        return URI.create(begun.headers().firstValue("Location").orElseThrow());
    }

    /** Goes the whole way, and tells where it has led. */
    private String logIn(Browser browser, String subject, String claims) {
        var answer = provider.logIn(begin(browser), subject, claims);
        var led = browser.get(answer.getRawPath() + "?" + answer.getRawQuery());
        return led.headers().firstValue("Location").map(CompanyLoginTests::path).orElse("nowhere");
    }

    private static String path(String location) {
        var uri = URI.create(location);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static String claims(String name, String... groups) {
        return "{\"preferred_username\":\"%s\",\"name\":\"Nina N.\",\"realm\":{\"groups\":[\"%s\"]}}"
                .formatted(name, String.join("\",\"", groups));
    }
}
