package dev.pupitre.bench;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.story.DeskAgent;
import dev.pupitre.story.HttpSession;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;

/**
 * How long a message takes from its webhook to the screen of the agent who has the conversation, while so many agents
 * have the desk open and each has a conversation; and what that takes of the machine.
 */
final class Streams implements AutoCloseable {
    private static final int AGENTS = Integer.getInteger("bench.agents", 300);
    private static final int PER_SECOND = Integer.getInteger("bench.rate", 50);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int WARM_UP_SECONDS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern NUMBERED = Pattern.compile("\"text\":\"(Question number \\d+)\"");

    private final Stand stand;
    private final Report report;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final Map<String, Long> seen = new ConcurrentHashMap<>();
    private final AtomicLong events = new AtomicLong();
    private int numbered;

    Streams(Stand stand, Report report) {
        this.stand = stand;
        this.report = report;
    }

    /** What came of so many messages. */
    private record Outcome(Histogram delays, double cores, double perMessage, double events) {}

    void measure() {
        var idle = stand.residentMegabytes();
        var tokens = agents();
        tokens.forEach(this::watch);
        tokens.forEach(this::goOnline);
        var customers = stand.customers(AGENTS);
        converse(customers);
        round(customers, WARM_UP_SECONDS);
        var before = stand.heapMegabytes();
        var outcome = round(customers, SECONDS);
        var after = stand.heapMegabytes();
        report.line("| %d agents' streams, %d messages a second for %d s | |", AGENTS, PER_SECOND, SECONDS);
        report.line("|---|---|");
        report.line(
                "| webhook to the agent's screen: p50, p99, longest, ms | %.0f, %.0f, %.0f |",
                millis(outcome.delays, 50), millis(outcome.delays, 99), millis(outcome.delays, 100));
        report.line("| events that a message made on all streams together | %.1f |", outcome.events);
        report.line(
                "| Pupitre's processors in use; processor time a message, ms | %.2f, %.1f |",
                outcome.cores, outcome.perMessage);
        report.line("| heap in use after a collection, before and after, MB | %.0f, %.0f |", before, after);
        report.line(
                "| resident memory, before there were streams and at the end, MB | %.0f, %.0f |",
                idle, stand.residentMegabytes());
        report.line("");
    }

    /** Programs stand for the people, as their logins would take longer than all that is measured. */
    private List<String> agents() {
        var administrator = DeskAgent.loggedIn(stand.pupitre.base(), "admin").http;
        return IntStream.range(0, AGENTS)
                .mapToObj(number -> {
                    var id = "desk-" + number;
                    added(
                            administrator,
                            "/api/v1/users",
                            Map.of("id", id, "name", "Desk " + number, "program", true, "roles", List.of("AGENT")));
                    return added(
                                    administrator,
                                    "/api/v1/tokens",
                                    Map.of("user", id, "name", "desk", "roles", List.of("AGENT")))
                            .json()
                            .get("secret")
                            .asString();
                })
                .toList();
    }

    private static HttpSession.Answer added(HttpSession administrator, String path, Object what) {
        var answer = administrator.post(path, what);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private void watch(String token) {
        var request = request(token, "/api/v1/events")
                .header("Accept", "text/event-stream")
                .build();
        var answer = http.sendAsync(request, BodyHandlers.ofLines()).join();
        assertThat(answer.statusCode()).isEqualTo(200);
        Thread.ofVirtual().start(() -> answer.body().forEach(this::note));
    }

    private void note(String line) {
        if (line.startsWith("data:")) {
            var now = System.nanoTime();
            events.incrementAndGet();
            var text = NUMBERED.matcher(line);
            if (text.find()) {
                seen.putIfAbsent(text.group(1), now);
            }
        }
    }

    private void goOnline(String token) {
        var request = request(token, "/api/v1/me/presence")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"presence\":\"ONLINE\"}"))
                .build();
        assertThat(http.sendAsync(request, BodyHandlers.discarding()).join().statusCode())
                .isEqualTo(200);
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(stand.pupitre.base().resolve(path)).header("Authorization", "Bearer " + token);
    }

    /** Whoever has least is next, so that each agent has one. */
    private void converse(List<String> customers) {
        var first = messages(customers, customers.size());
        stand.load.atRate(requests(first), 10);
        awaitSeen(first);
        Awaitility.await("every agent has a conversation")
                .atMost(PATIENCE)
                .until(() -> stand.total("ASSIGNED") == customers.size());
    }

    private Outcome round(List<String> customers, int seconds) {
        var webhooks = messages(customers, PER_SECOND * seconds);
        var used = stand.pupitre.used();
        var before = events.get();
        var sent = stand.load.atRate(requests(webhooks), PER_SECOND);
        awaitSeen(webhooks);
        var took = stand.pupitre.used().minus(used);
        var delays = Load.histogram();
        IntStream.range(0, webhooks.size())
                .forEach(index -> delays.recordValue(Math.max(
                                0,
                                requireNonNull(seen.get(webhooks.get(index).text()))
                                        - Load.due(sent.begun(), index, PER_SECOND))
                        / 1000));
        return new Outcome(
                delays,
                (double) took.toNanos() / sent.took().toNanos(),
                took.toNanos() / 1e6 / webhooks.size(),
                (double) (events.get() - before) / webhooks.size());
    }

    private void awaitSeen(List<SignedWebhook> webhooks) {
        var texts = webhooks.stream().map(SignedWebhook::text).toList();
        Awaitility.await("all of " + texts.size() + " on a screen")
                .atMost(PATIENCE)
                .until(() -> seen.keySet().containsAll(texts));
    }

    private List<SignedWebhook> messages(List<String> customers, int count) {
        var messages = new ArrayList<SignedWebhook>();
        for (int index = 0; index < count; index++) {
            messages.add(SignedWebhook.of(customers.get(index % customers.size()), "Question number " + numbered++));
        }
        return messages;
    }

    private List<HttpRequest> requests(List<SignedWebhook> webhooks) {
        return webhooks.stream()
                .map(webhook -> webhook.to(stand.pupitre.base()))
                .toList();
    }

    private static double millis(Histogram delays, double percentile) {
        return delays.getValueAtPercentile(percentile) / 1000.0;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
