package dev.pupitre.privacy;

import static dev.pupitre.privacy.PrivacySlice.SECRET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.page.Pages;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PrivacyTest
class MetaCallbacksTests {
    private static final String DELETION = "/privacy/meta/data-deletion";
    private static final String DEAUTHORISE = "/privacy/meta/deauthorise";
    private static final String PERSON = "218471";
    private static final long SEED = 20261121;
    private static final int ROUNDS = 3000;

    private final MetaCall meta;
    private final MongoTemplate mongo;
    private final DeletionStore store;
    private final DeletionSignals signals;
    private final Pages pages;
    private final Engine engine;
    private final MeterRegistry meters;
    private final JsonMapper json = new JsonMapper();

    MetaCallbacksTests(
            MongoTemplate mongo,
            DeletionStore store,
            DeletionSignals signals,
            Pages pages,
            Engine engine,
            MeterRegistry meters,
            @LocalServerPort int port) {
        this.mongo = mongo;
        this.store = store;
        this.signals = signals;
        this.pages = pages;
        this.engine = engine;
        this.meters = meters;
        this.meta = new MetaCall(port);
    }

    @BeforeEach
    void nothingYet() {
        reset(pages, engine);
        mongo.remove(new Query(), DataDeletion.class);
        store.declareIndexes();
    }

    @Test
    void answersWithACodeAndAPageThatTellsHowFarItIs() {
        var answer = meta.post(DELETION, SignedForm.of(SECRET, PERSON));

        assertThat(answer.statusCode()).isEqualTo(200);
        var confirmation = json.readTree(answer.body());
        assertThat(confirmation.propertyNames()).containsExactlyInAnyOrder("url", "confirmation_code");
        var code = code(confirmation);
        assertThat(code).matches(DeletionCodes.PATTERN);
        assertThat(confirmation.get("url").asString())
                .startsWith("http://localhost:")
                .endsWith("/privacy/deletions/" + code);
        await().untilAsserted(() -> then(engine)
                .should(atLeastOnce())
                .publish(argThat(message -> message.name().equals("data-deletion-requested")
                        && message.correlationKey().equals(code))));
    }

    @Test
    void leadsPeopleToWhereBrowsersFindTheOtherPages() {
        given(pages.address()).willReturn(Optional.of(URI.create("https://desk.example.com")));

        var confirmation =
                json.readTree(meta.post(DELETION, SignedForm.of(SECRET, PERSON)).body());

        assertThat(confirmation.get("url").asString())
                .isEqualTo("https://desk.example.com/privacy/deletions/" + code(confirmation));
    }

    @Test
    void isTakenWhileTheEngineIsAwayAndHandedOnLater() {
        willThrow(mock(EngineUnavailable.class)).given(engine).publish(any());

        var code = code(
                json.readTree(meta.post(DELETION, SignedForm.of(SECRET, PERSON)).body()));
        await().untilAsserted(() -> then(engine).should().publish(any()));

        assertThat(store.withSignalDue()).extracting(DataDeletion::code).containsExactly(code);
        reset(engine);
        willDoNothing().given(engine).publish(any());
        signals.sweep();
        then(engine).should().publish(any());
        assertThat(store.withSignalDue()).isEmpty();
    }

    @Test
    void takesARepeatedCallForWhatItIs() {
        var first = meta.post(DELETION, SignedForm.of(SECRET, PERSON)).body();
        var second = meta.post(DELETION, SignedForm.of(SECRET, PERSON)).body();
        var another = meta.post(DELETION, SignedForm.of(SECRET, "99")).body();

        assertThat(second).isEqualTo(first);
        assertThat(another).isNotEqualTo(first);
        assertThat(store.count()).isEqualTo(2);
    }

    @Test
    void takesPaddedBase64AndANumberForTheId() {
        var padded = SignedForm.signed(SECRET, "{\"algorithm\":\"hmac-sha256\",\"user_id\":218471,\"x\":\"1\"}")
                .replaceFirst("\\.", "=.");

        assertThat(meta.post(DELETION, "a=b&signed_request=" + padded.replace("=", "%3D"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(store.list(0, 1)).extracting(DataDeletion::person).containsExactly(PERSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "signed_request",
                "signed_request=",
                "signed_request=.",
                "signed_request=a.b.c",
                "signed_request=%zz",
                "signed_request=%",
                "other=1",
                "signed_request=YQ.YQ",
                "signed_request=ÿÿ.ÿ"
            })
    void refusesWhatMetaDoesNotSend(String form) {
        for (var path : List.of(DELETION, DEAUTHORISE)) {
            var answer = meta.post(path, form);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(json.readTree(answer.body()).at("/errors/0/field").asString())
                    .isEqualTo("signed_request");
        }
        assertThat(store.count()).isZero();
        then(pages).should(never()).deauthorise(any(), any());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"text\"",
                "{\"algorithm\":\"HMAC-SHA256\"}",
                "{\"algorithm\":\"HMAC-SHA256\",\"user_id\":null}",
                "{\"algorithm\":\"HMAC-SHA256\",\"user_id\":{}}",
                "{\"algorithm\":\"HMAC-SHA256\",\"user_id\":\"../../x\"}",
                "{\"algorithm\":\"HMAC-SHA256\",\"user_id\":\".*\"}",
                "{\"algorithm\":\"none\",\"user_id\":\"1\"}",
                "{\"algorithm\":\"HMAC-MD5\",\"user_id\":\"1\"}",
                "{\"user_id\":\"1\"}",
                "{\"algorithm\":"
            })
    void refusesWhatIsSignedButNamesNobody(String payload) {
        assertThat(meta.post(DELETION, "signed_request=" + SignedForm.signed(SECRET, payload))
                        .statusCode())
                .isEqualTo(400);
        assertThat(store.count()).isZero();
    }

    @Test
    void believesNobodyWhoDoesNotKnowTheSecret() {
        var before = refused("wrong_signature");

        var answer = meta.post(DELETION, SignedForm.of("another secret", PERSON));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).get("detail").asString())
                .isEqualTo("Expected a signature made with this app's secret");
        assertThat(store.count()).isZero();
        assertThat(refused("wrong_signature")).isEqualTo(before + 1);
    }

    @Test
    void readsNoMoreThanMetaWouldSend() {
        var endless = "signed_request=" + "a".repeat(100_000);

        assertThat(meta.post(DELETION, endless).statusCode()).isEqualTo(413);
        assertThat(meta.post(
                                DELETION,
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless.getBytes(UTF_8))))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void breaksOnNothing() {
        var random = new Random(SEED);
        var answers = new HashMap<Integer, Integer>();
        for (int round = 0; round < ROUNDS; round++) {
            var form = random.nextBoolean() ? damagedForm(random) : damagedPayload(random);
            var status = meta.post(
                            round % 2 == 0 ? DELETION : DEAUTHORISE,
                            BodyPublishers.ofByteArray(form.getBytes(ISO_8859_1)))
                    .statusCode();
            assertThat(status).as("round %d of seed %d: %s", round, SEED, form).isIn(200, 400, 413);
            answers.merge(status, 1, Integer::sum);
        }
        assertThat(answers).as("both kinds have to be among them").containsKeys(200, 400);
    }

    @Test
    void holdsThePagesOfWhoRemovedTheApp() {
        var signed = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);

        assertThat(deauthorise(SignedForm.payload(PERSON, signed))).isEqualTo(200);

        then(pages).should().deauthorise(PERSON, signed);
    }

    @Test
    void leavesAsideWhatWasSignedLongAgoOrNobodyKnowsWhen() {
        var now = Instant.now();

        assertThat(deauthorise(SignedForm.payload(PERSON, now.minus(Duration.ofDays(2)))))
                .isEqualTo(200);
        assertThat(deauthorise(SignedForm.payload(PERSON, now.plus(Duration.ofDays(2)))))
                .isEqualTo(200);
        for (var odd : List.of("null", "{}", "\"soon\"", "-1", "1e300", "99999999999999999999")) {
            assertThat(deauthorise(SignedForm.payload(PERSON, now).replaceFirst("(?<=issued_at\":)\\d+", odd)))
                    .as(odd)
                    .isEqualTo(200);
        }

        then(pages).should(never()).deauthorise(any(), any());
    }

    private int deauthorise(String payload) {
        return meta.post(DEAUTHORISE, "signed_request=" + SignedForm.signed(SECRET, payload))
                .statusCode();
    }

    private static String damagedForm(Random random) {
        return damaged(random, SignedForm.of(SECRET, PERSON));
    }

    private static String damagedPayload(Random random) {
        var payload = damaged(random, SignedForm.payload(PERSON)).getBytes(ISO_8859_1);
        return "signed_request=" + SignedForm.signed(SECRET, payload);
    }

    /** A few characters changed, taken out or doubled. */
    private static String damaged(Random random, String text) {
        var damaged = new StringBuilder(text);
        for (int times = random.nextInt(4); times >= 0 && !damaged.isEmpty(); times--) {
            var at = random.nextInt(damaged.length());
            switch (random.nextInt(4)) {
                case 0 -> damaged.setCharAt(at, (char) random.nextInt(256));
                case 1 -> damaged.deleteCharAt(at);
                case 2 -> damaged.insert(at, damaged.charAt(at));
                default -> damaged.setLength(at);
            }
        }
        return damaged.toString();
    }

    private double refused(String reason) {
        return meters.get("pupitre.privacy.calls")
                .tag("call", "data_deletion")
                .tag("outcome", reason)
                .counter()
                .count();
    }

    private static String code(JsonNode confirmation) {
        return confirmation.get("confirmation_code").asString();
    }
}
