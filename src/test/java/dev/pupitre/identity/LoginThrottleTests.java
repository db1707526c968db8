package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginThrottleTests {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private Node node;

    @BeforeEach
    void startNode() {
        server.bind("localhost", 0);
        node = Node.start(
                "local",
                server.getConnectionString() + "/identity",
                "pupitre.identity.throttle.per-user=3",
                "pupitre.identity.throttle.per-address=6",
                "pupitre.identity.throttle.address-recovery=1m");
    }

    @AfterEach
    void stopNode() {
        node.close();
        server.shutdownNow();
    }

    @Test
    void turnsAwayWhoGuessesAtOneUsersPassword() {
        fail("alice", 3);

        var refused = node.browser().logIn("Alice", "alice");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 30L);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(node.browser().logIn("bruno", "bruno").statusCode()).isEqualTo(204);
    }

    @Test
    void turnsAwayWhoGuessesAtManyUsersFromOneAddress() {
        fail("one", 2);
        fail("two", 2);
        fail("three", 2);

        assertThat(node.browser().logIn("bruno", "bruno").statusCode()).isEqualTo(429);
    }

    @Test
    void forgivesMistakesAfterARightPassword() {
        fail("alice", 2);
        assertThat(node.browser().logIn("alice", "alice").statusCode()).isEqualTo(204);
        fail("alice", 2);

        assertThat(node.browser().logIn("alice", "alice").statusCode()).isEqualTo(204);
    }

    @Test
    void doesNotCountRightPasswords() {
        for (var login = 0; login < 10; login++) {
            assertThat(node.browser().logIn("alice", "alice").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void asksTheClientNothingAboutItsAddress() {
        fail("one", 2);
        fail("two", 2);
        fail("three", 2);

        assertThat(node.browser()
                        .with("X-Forwarded-For", "203.0.113.9")
                        .logIn("bruno", "bruno")
                        .statusCode())
                .isEqualTo(429);
    }

    private void fail(String user, int times) {
        for (var time = 0; time < times; time++) {
            assertThat(node.browser().logIn(user, "wrong").statusCode()).isEqualTo(401);
        }
    }
}
