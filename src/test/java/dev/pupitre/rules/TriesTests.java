package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.InvalidInput;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

class TriesTests {
    private final Tries tries = new Tries(Duration.ofMillis(200));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop() {
        tries.stop();
    }

    @Test
    void answersWhatIsAnsweredInTime() {
        assertThat(tries.within(() -> "row 2")).isEqualTo("row 2");
    }

    @Test
    void saysOfWhatTakesLongerThatItTookTooLong() {
        assertThat(refused(() -> tries.within(this::forEver)))
                .returns(422, refusal -> refusal.getStatusCode().value())
                .satisfies(refusal -> assertThat(refusal.getBody().getProperties())
                        .extractingByKey("code")
                        .hasToString("TOOK_TOO_LONG"));
    }

    @Test
    void goesOnWhenOthersTookTooLong() {
        for (int one = 0; one < 5; one++) {
            assertThat(refused(() -> tries.within(this::forEver))).isNotNull();
        }

        assertThat(tries.within(() -> "row 2")).isEqualTo("row 2");
    }

    @Test
    void keepsNoPlaceForThoseWhoHaveGivenUp() {
        var end = new Semaphore(0);
        var hasty = new Tries(Duration.ofMillis(20));
        for (int deaf = 0; deaf < 4; deaf++) {
            refused(() -> hasty.within(() -> {
                end.acquireUninterruptibly();
                return "too late";
            }));
        }

        var start = System.nanoTime();
        for (int late = 0; late < 40; late++) {
            assertThat(refused(() -> hasty.within(() -> "row 2"))
                            .getStatusCode()
                            .value())
                    .as("of one that others kept from beginning")
                    .isEqualTo(503);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("each has waited, and was not turned away")
                .isGreaterThanOrEqualTo(Duration.ofMillis(40 * 20));

        end.release(4);
        hasty.stop();
    }

    @Test
    void refusesAsTheTriedDoes() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> tries.within(() -> {
                    throw new InvalidInput("inputs.weather", "is no input of routing");
                }));
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> tries.within(() -> {
                    throw new StackOverflowError();
                }));
    }

    private String forEver() throws InterruptedException {
        never.await();
        return "never";
    }

    private static ErrorResponseException refused(ThrowingCallable call) {
        return assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(call)
                .actual();
    }
}
