package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BehindAProxyTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static Node node;

    @BeforeAll
    static void startNode() {
        STORE.bind("localhost", 0);
        node = Node.start(
                "local",
                STORE.getConnectionString() + "/identity",
                "server.forward-headers-strategy=native",
                "server.tomcat.remoteip.internal-proxies=127.0.0.1/32, ::1/128",
                "pupitre.identity.throttle.per-address=6",
                "pupitre.identity.throttle.address-recovery=1m");
    }

    @AfterAll
    static void stopNode() {
        node.close();
        STORE.shutdownNow();
    }

    @Test
    void believesTheAddressThatTheProxySawAndNotWhatTheClientMadeUp() {
        for (var guess = 1; guess <= 6; guess++) {
            assertThat(from("198.51.100." + guess + ", 203.0.113.7")
                            .logIn("user" + guess, "wrong")
                            .statusCode())
                    .isEqualTo(401);
        }

        assertThat(from("198.51.100.99, 203.0.113.7").logIn("sofia", "sofia").statusCode())
                .isEqualTo(429);
        assertThat(from("203.0.113.8").logIn("sofia", "sofia").statusCode()).isEqualTo(204);
    }

    private static Browser from(String forwardedFor) {
        return node.browser().with("X-Forwarded-For", forwardedFor);
    }

    @Test
    void takesTheProxysTlsForItsOwn() {
        var browser = node.browser().with("X-Forwarded-Proto", "https");

        assertThat(browser.get("/desk").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
        assertThat(browser.logIn("alice", "alice").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("PUPITRE_SESSION="))
                .singleElement()
                .asString()
                .contains("Secure");
    }
}
