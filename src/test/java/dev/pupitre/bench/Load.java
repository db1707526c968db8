package dev.pupitre.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Sends requests, as many at once as allowed or as many a second as wanted. */
final class Load implements AutoCloseable {
    /**
     * What came of it.
     *
     * @param begun when the first request was sent, by {@link System#nanoTime}
     * @param answers how long each took, in microseconds
     */
    record Outcome(int requests, long begun, Duration took, Histogram answers) {
        double perSecond() {
            return requests * 1e9 / took.toNanos();
        }

        double millisAt(double percentile) {
            return answers.getValueAtPercentile(percentile) / 1000.0;
        }
    }

    private final HttpClient http;

    Load() {
        this(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build());
    }

    /** By a client that is logged in. */
    Load(HttpClient http) {
        this.http = http;
    }

    /** Keeps this many requests under way until all are answered. */
    Outcome asFastAsPossible(List<HttpRequest> requests, int atOnce) {
        var next = new AtomicInteger();
        var answers = histogram();
        var begun = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, atOnce)
                    .mapToObj(sender -> senders.submit(() -> {
                        for (int index = next.getAndIncrement();
                                index < requests.size();
                                index = next.getAndIncrement()) {
                            send(requests.get(index), System.nanoTime(), answers);
                        }
                    }))
                    .toList();
            all.forEach(Load::join);
        }
        return new Outcome(requests.size(), begun, Duration.ofNanos(System.nanoTime() - begun), answers);
    }

    /** Sends at even intervals whatever the answers; each is timed from when it was due, so that no delay hides another. */
    Outcome atRate(List<HttpRequest> requests, double perSecond) {
        var answers = histogram();
        var begun = System.nanoTime();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, requests.size())
                    .mapToObj(index -> {
                        var due = due(begun, index, perSecond);
                        sleepUntil(due);
                        return senders.submit(() -> send(requests.get(index), due, answers));
                    })
                    .toList();
            all.forEach(Load::join);
        }
        return new Outcome(requests.size(), begun, Duration.ofNanos(System.nanoTime() - begun), answers);
    }

    /** When the request of this number was to be sent. */
    static long due(long begun, int index, double perSecond) {
        return begun + (long) (index * 1e9 / perSecond);
    }

    static Histogram histogram() {
        return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(5), 3);
    }

    private void send(HttpRequest request, long since, Histogram answers) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError("Expected " + request.uri() + " to take it, but it answered "
                        + answer.statusCode() + " " + answer.body());
            }
            answers.recordValue((System.nanoTime() - since) / 1000);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void sleepUntil(long nanoTime) {
        for (var left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void join(Future<?> sender) {
        try {
            sender.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
