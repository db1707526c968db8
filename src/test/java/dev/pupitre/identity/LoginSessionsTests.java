package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginSessionsTests {
    private final MongoServer server = new MongoServer(new MemoryBackend());
    private Node first;
    private Node second;

    @BeforeEach
    void startNodes() {
        server.bind("localhost", 0);
        first = Node.start("local", server.getConnectionString() + "/identity");
        second = Node.start("local", server.getConnectionString() + "/identity");
    }

    @AfterEach
    void stopNodes() {
        first.close();
        second.close();
        server.shutdownNow();
    }

    @Test
    void areKnownToEveryNode() {
        var browser = first.browser();
        browser.logIn("alice", "alice");
        var elsewhere = second.browser().withCookie("PUPITRE_SESSION", browser.cookie("PUPITRE_SESSION"));

        assertThat(elsewhere.get("/api/v1/probe").body()).startsWith("alice");
        browser.post("/logout");
        assertThat(elsewhere.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }
}
