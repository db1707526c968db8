package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class StoreAwayTests {
    @Test
    void saysThatTheCallerCannotBeKnownNowInsteadOfRefusingTheLogin() {
        var server = new MongoServer(new MemoryBackend());
        server.bind("localhost", 0);
        var store = server.getConnectionString() + "/identity?serverSelectionTimeoutMS=500";
        try (var node = Node.start("local", store)) {
            var browser = node.browser();
            browser.logIn("alice", "alice");
            browser.get("/api/v1/probe");

            server.shutdownNow();

            assertStoreAway(browser.get("/api/v1/probe"));
            assertStoreAway(node.browser().withToken("local-dev-token").get("/api/v1/probe"));
            assertStoreAway(browser.postLogin("alice", "alice"));
        }
    }

    private static void assertStoreAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("The store does not answer");
    }
}
