package dev.pupitre.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class WebhookCallTests {
    private static final byte[] BODY = "{}".getBytes(UTF_8);
    private static final SandboxProperties NO_ADDRESS = new SandboxProperties(
            null,
            "sandbox-app",
            "sandbox-secret",
            "1",
            "Page",
            "token",
            new SandboxProperties.Redelivery(Duration.ZERO, Duration.ZERO, Duration.ZERO));

    private final MockEnvironment environment = new MockEnvironment();
    private final WebhookCall call = new WebhookCall(NO_ADDRESS, environment);

    @AfterEach
    void close() {
        call.destroy();
    }

    @Test
    void callsTheApplicationItRunsInUnlessToldOtherwise() throws Exception {
        var receiver = new Receiver();
        environment.setProperty(
                "local.server.port", String.valueOf(receiver.webhook().getPort()));

        assertThat(call.post(BODY).statusCode()).isEqualTo(200);

        assertThat(receiver.accepted()).containsExactly("{}");
        receiver.goAway();
    }

    @Test
    void failsLikeABrokenLineWhileTheApplicationDoesNotListenYet() {
        assertThatIOException().isThrownBy(() -> call.post(BODY)).withMessageContaining("does not listen yet");
    }

    /** The second test case of RFC 2202 and of RFC 4231. */
    @ParameterizedTest
    @CsvSource({
        "SHA1, effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "SHA256, 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    })
    void signsAsTheStandardSays(Signature signature, String expected) {
        assertThat(signature.of("what do ya want for nothing?".getBytes(UTF_8), "Jefe"))
                .isEqualTo(expected);
    }
}
