package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoTimeoutException;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StoreAwayTests {
    private final Moody backend = new Moody();
    private final MongoServer server = new MongoServer(backend);
    private String store = "";

    @BeforeEach
    void startStore() {
        server.bind("localhost", 0);
        store = server.getConnectionString() + "/identity?serverSelectionTimeoutMS=500";
    }

    @AfterEach
    void stopStore() {
        server.shutdownNow();
    }

    @Test
    void saysThatTheCallerCannotBeKnownNowInsteadOfRefusingTheLogin(CapturedOutput output) {
        try (var node = Node.start("local", store)) {
            var browser = node.browser();
            browser.logIn("alice", "alice");
            browser.get("/api/v1/probe");

            server.shutdownNow();

            assertStoreAway(browser.get("/api/v1/probe"));
            assertStoreAway(node.browser().withToken("local-dev-token").get("/api/v1/probe"));
            assertStoreAway(browser.post("/logout"));
            assertThat(output).doesNotContain(" ERROR ");
            assertStoreAway(browser.postLogin("alice", "alice"));
        }
    }

    @Test
    void saysThatALoginOrALogoutCannotBeWrittenDownNow(CapturedOutput output) {
        try (var node = Node.start("local", store)) {
            var browser = node.browser();
            browser.logIn("alice", "alice");
            browser.get("/api/v1/probe");

            backend.takesNothing = true;

            assertStoreAway(browser.post("/logout"));
            assertStoreAway(node.browser().logIn("bruno", "bruno"));
            assertThat(output).doesNotContain(" ERROR ");

            backend.takesNothing = false;
            browser.get("/api/v1/probe");

            assertThat(browser.post("/logout").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void saysInOneSentenceThatItCannotStart(CapturedOutput output) {
        server.shutdownNow();

        assertThatNothingStarts("server");
        assertThatNothingStarts("local");

        assertThat(output.getErr())
                .contains("Expected the store to answer, but it does not: start MongoDB, or correct its address");
        assertThat(output).doesNotContain("\tat ", "Application run failed");
    }

    private void assertThatNothingStarts(String profile) {
        assertThatThrownBy(() -> Node.start(profile, store)).hasRootCauseInstanceOf(MongoTimeoutException.class);
    }

    private static void assertStoreAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("The store does not answer");
    }

    /** A store that may lose its primary: it can be read, and takes nothing. */
    private static final class Moody extends MemoryBackend {
        private static final int NOT_PRIMARY = 10107;
        private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

        private volatile boolean takesNothing;

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (takesNothing && WRITES.contains(command)) {
                throw new MongoServerError(NOT_PRIMARY, "NotWritablePrimary", "not primary");
            }
            return super.handleCommand(channel, database, command, query);
        }
    }
}
