package dev.pupitre.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.pupitre.kernel.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class LoginSessionsTests {
    private static final MongoServer STORE = new MongoServer(new MemoryBackend());
    private static final UserId ALICE = new UserId("alice");
    private static Node first;
    private static Node second;

    private Instant now = Instant.parse("2026-01-05T08:00:00Z");
    private final List<Object> events = new ArrayList<>();
    private LoginSessions sessions;

    @BeforeAll
    static void startNodes() {
        STORE.bind("localhost", 0);
        first = Node.start("local", STORE.getConnectionString() + "/identity");
        second = Node.start("local", STORE.getConnectionString() + "/identity");
    }

    @BeforeEach
    void startTheClock() {
        InstantSource source = () -> now;
        sessions = new LoginSessions(
                first.get(MongoTemplate.class),
                source.withZone(ZoneOffset.UTC),
                first.get(IdentityProperties.class),
                events::add);
    }

    @AfterAll
    static void stopNodes() {
        first.close();
        second.close();
        STORE.shutdownNow();
    }

    @Test
    void areKnownToEveryNode() {
        var browser = first.browser();
        browser.logIn("alice", "alice");
        var elsewhere = second.browser().withCookie(SessionCookie.NAME, browser.cookie(SessionCookie.NAME));

        assertThat(elsewhere.get("/api/v1/probe").body()).startsWith("alice");
        browser.post("/logout");
        assertThat(elsewhere.get("/api/v1/probe").statusCode()).isEqualTo(401);
    }

    @Test
    void closeTheirStreamsOnEveryNodeWhenTheyEnd() throws Exception {
        var browser = first.browser();
        browser.logIn("alice", "alice");
        var stream = second.browser()
                .withCookie(SessionCookie.NAME, browser.cookie(SessionCookie.NAME))
                .open("/api/v1/events");
        var connections =
                second.get(MeterRegistry.class).get("pupitre.live.connections").gauge();
        await().until(() -> connections.value() == 1);
        await("the nodes to write for each other").until(LoginSessionsTests::areAcquainted);

        browser.post("/logout");

        stream.get(1, TimeUnit.MINUTES);
        assertThat(connections.value()).isZero();
    }

    /** A node that has not seen another yet keeps its changes to itself. */
    private static boolean areAcquainted() {
        return first.get(MongoTemplate.class).findAll(Document.class, "nodes").stream()
                        .filter(node -> !node.get("readers", Document.class).isEmpty())
                        .count()
                == 2;
    }

    @Test
    void endAfterTwelveHoursWithoutARequest() {
        var token = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));
        passes(Duration.ofHours(11));
        assertThat(sessions.find(token)).isPresent();

        passes(Duration.ofHours(11));
        assertThat(sessions.find(token)).isPresent();

        passes(Duration.ofHours(12));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void endAfterADayEvenWhenAForgottenDeskKeepsAsking() {
        var token = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));
        for (var hour = 1; hour < 24; hour++) {
            passes(Duration.ofHours(1));
            assertThat(sessions.find(token)).isPresent();
        }

        passes(Duration.ofHours(1));
        assertThat(sessions.find(token)).isEmpty();
    }

    @Test
    void areSweptOutAndSayThatTheyEnded() {
        var forgotten = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));
        passes(Duration.ofHours(12).plusSeconds(1));
        var inUse = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));

        sessions.sweep();

        assertThat(events)
                .singleElement()
                .isInstanceOfSatisfying(
                        LoginSessionEnded.class,
                        ended -> assertThat(ended.getId()).isEqualTo(Fingerprint.of(forgotten)));
        assertThat(sessions.find(inUse)).isPresent();
        assertThat(stored(forgotten)).isFalse();
    }

    @Test
    void areWrittenDownAsInUseOnlyNowAndThen() {
        var token = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));
        var opened = now;

        passes(Duration.ofMinutes(1));
        sessions.find(token);
        assertThat(lastSeen(token)).isEqualTo(opened);

        passes(Duration.ofMinutes(10));
        sessions.find(token);
        assertThat(lastSeen(token)).isEqualTo(now);
    }

    @Test
    void areNotInUseBecauseAStreamIsOpen() {
        var token = sessions.open(ALICE, new LoginSessions.Visit("192.0.2.1", "Firefox", false));
        var opened = now;
        passes(Duration.ofHours(11));

        assertThat(sessions.byId(Fingerprint.of(token))).isPresent();
        assertThat(lastSeen(token)).isEqualTo(opened);
        passes(Duration.ofHours(1));

        assertThat(sessions.byId(Fingerprint.of(token))).isEmpty();
    }

    private void passes(Duration time) {
        now = now.plus(time);
    }

    private static boolean stored(String token) {
        return first.get(MongoTemplate.class).findById(Fingerprint.of(token), LoginSessions.LoginSession.class) != null;
    }

    private static Instant lastSeen(String token) {
        return first.get(MongoTemplate.class).findAll(LoginSessions.LoginSession.class).stream()
                .filter(session -> session.id().equals(Fingerprint.of(token)))
                .findFirst()
                .orElseThrow()
                .lastSeenAt();
    }
}
