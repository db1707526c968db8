package dev.pupitre.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of the simulated day, for the application and its broker. The application's stands still until the simulation
 * moves it. The broker's goes on, as its own work needs that: it is ahead by as long as a step takes, and put right again
 * with the next one.
 */
final class DayClock extends Clock {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI brokersClock;
    private volatile Instant now;
    private long ahead;

    /** @param monitoring the port at which the broker lets its clock be set */
    DayClock(Instant begin, int monitoring) {
        this.now = begin;
        this.brokersClock = URI.create("http://127.0.0.1:" + monitoring + "/actuator/clock/add");
    }

    /** The application first: what the broker's timers set off finds the same time there. */
    void moveTo(Instant next) {
        now = next;
        var wanted = next.toEpochMilli() - System.currentTimeMillis();
        var request = HttpRequest.newBuilder(brokersClock)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"offsetMilli\": " + (wanted - ahead) + "}"))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Expected the broker to set its clock, but got " + answer.body());
            }
            ahead = wanted;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
