package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.json.JsonMapper;

/** A stream of events is no longer open than its token and its user's rights, on whichever node it is. */
class StreamsEndTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final AtomicInteger PROGRAMS = new AtomicInteger();

    private static Node here;
    private static Node elsewhere;

    private final String program = "feed-" + PROGRAMS.incrementAndGet();
    private Browser administrator;
    private String secret = "";
    private String token = "";

    @BeforeAll
    static void startNodes() {
        STORE.bind("localhost", 0);
        var uri = STORE.getConnectionString() + "/identity";
        here = Node.start("local", uri, "pupitre.live.recheck=100ms");
        elsewhere = Node.start("local", uri, "pupitre.live.recheck=100ms");
    }

    @AfterAll
    static void stopNodes() {
        here.close();
        elsewhere.close();
        STORE.shutdownNow();
    }

    @BeforeEach
    void makeAProgramsToken() {
        administrator = here.browser();
        administrator.logIn("admin", "admin");
        administrator.get("/api/v1/probe");
        administrator.send(
                "POST",
                "/api/v1/users",
                "{\"id\":\"%s\",\"name\":\"Feed\",\"roles\":[\"AGENT\",\"SUPERVISOR\"],\"program\":true}"
                        .formatted(program));
        var made = administrator.send(
                "POST",
                "/api/v1/tokens",
                "{\"name\":\"Feed\",\"roles\":[\"AGENT\",\"SUPERVISOR\"],\"user\":\"%s\"}".formatted(program));
        var json = new JsonMapper().readTree(made.body());
        secret = json.get("secret").asString();
        token = json.at("/token/id").asString();
    }

    @Test
    void whenTheirTokenIsRevoked() throws Exception {
        var stream = stream();

        administrator.send("DELETE", "/api/v1/tokens/" + token, "");

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenTheirTokenExpires() throws Exception {
        var stream = stream();

        here.get(MongoTemplate.class)
                .updateFirst(query(where("_id").is(token)), Update.update("expiresAt", Instant.EPOCH), ApiToken.class);

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenTheirUserIsDisabled() throws Exception {
        var stream = stream();

        administrator.send("PATCH", "/api/v1/users/" + program, "{\"enabled\":false}");

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenTheirUserLosesARole() throws Exception {
        var stream = stream();

        administrator.send("PATCH", "/api/v1/users/" + program, "{\"roles\":[\"AGENT\"]}");

        stream.get(2, TimeUnit.MINUTES);
        assertThat(elsewhere.browser().withToken(secret).get("/api/v1/probe").body())
                .endsWith("[AGENT]");
    }

    @Test
    void whenTheirSessionHasEnded() throws Exception {
        var stream = streamOfASession();

        here.get(MongoTemplate.class).remove(theirSession(), LoginSessions.LoginSession.class);

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenTheirSessionRunsOut() throws Exception {
        var stream = streamOfASession();

        here.get(MongoTemplate.class)
                .updateFirst(
                        theirSession(), Update.update("openedAt", Instant.EPOCH), LoginSessions.LoginSession.class);

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenWhoIsLoggedInIsDisabled() throws Exception {
        var stream = streamOfASession();

        administrator.send("PATCH", "/api/v1/users/desk-" + program, "{\"enabled\":false}");

        stream.get(2, TimeUnit.MINUTES);
    }

    @Test
    void whenWhoIsLoggedInLosesARole() throws Exception {
        var stream = streamOfASession();

        administrator.send("PATCH", "/api/v1/users/desk-" + program, "{\"roles\":[\"AGENT\"]}");

        stream.get(2, TimeUnit.MINUTES);
    }

    private Query theirSession() {
        return query(where("user").is("desk-" + program));
    }

    private CompletableFuture<Void> streamOfASession() {
        var id = "desk-" + program;
        administrator.send(
                "POST",
                "/api/v1/users",
                "{\"id\":\"%s\",\"name\":\"Desk\",\"password\":\"seventeen-grey-herons\",\"roles\":[\"AGENT\",\"SUPERVISOR\"]}"
                        .formatted(id));
        var browser = elsewhere.browser();
        assertThat(browser.logIn(id, "seventeen-grey-herons").statusCode()).isEqualTo(204);
        return streamOf(browser);
    }

    private CompletableFuture<Void> stream() {
        return streamOf(elsewhere.browser().withToken(secret));
    }

    /** On the other node. */
    private static CompletableFuture<Void> streamOf(Browser browser) {
        var open = elsewhere
                .get(MeterRegistry.class)
                .get("pupitre.live.connections")
                .gauge();
        await().until(() -> open.value() == 0);
        var stream = browser.open("/api/v1/events");
        await().until(() -> open.value() == 1);
        return stream;
    }
}
