package dev.pupitre.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the local broker whether it is ready for work. */
class BrokerHealth {
    private static final Logger LOG = LoggerFactory.getLogger(BrokerHealth.class);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final int QUESTIONS_PER_LINE = 16;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final HttpRequest question;

    BrokerHealth(int port) {
        question = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(2))
                .build();
    }

    boolean isReady() throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Waits while the condition holds, and says so every few seconds; false if it no longer holds. */
    boolean awaitReady(BooleanSupplier worthwhile) throws InterruptedException {
        long start = System.nanoTime();
        for (int asked = 1; worthwhile.getAsBoolean(); asked++) {
            if (isReady()) {
                return true;
            }
            if (asked % QUESTIONS_PER_LINE == 0) {
                LOG.info("Waiting for the Camunda broker ... {} s", secondsSince(start));
            }
            Thread.sleep(BETWEEN_QUESTIONS);
        }
        return false;
    }

    static long secondsSince(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
