package dev.pupitre.bench;

import dev.pupitre.bench.Load.Outcome;
import dev.pupitre.story.HttpSession;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** How long a message takes from the customer to the agent's screen, and an answer from the agent to the customer. */
final class Latencies {
    private static final int CONVERSATIONS = 300;
    private static final int ROUNDS = 3;
    private static final int AT_ONCE = 32;
    private static final int SECONDS = 10;
    private static final double AIM = 300;

    private final Stand stand;
    private final Report report;
    private int numbered;

    Latencies(Stand stand, Report report) {
        this.stand = stand;
        this.report = report;
    }

    void measure(double startsPerSecond) {
        report.line("| at half the maximum rate | a second | p50, ms | p99, ms |");
        report.line("|---|---|---|---|");
        try (var desk = Sightings.atTheDesk(stand.agent.http);
                var sandbox = Sightings.inTheSandbox(stand.sandbox)) {
            stand.agent.is("ONLINE");
            firstMessages(desk, startsPerSecond / 2);
            var customers = stand.customers(CONVERSATIONS);
            writes(desk, customers, startsPerSecond / 2);
            followUps(desk, customers);
            replies(sandbox);
        }
        report.line("");
    }

    /** Through store, engine, tables and assignment. */
    private void firstMessages(Sightings desk, double rate) {
        var shown = new ArrayList<Histogram>();
        var assigned = new ArrayList<Histogram>();
        for (int round = 0; round < ROUNDS; round++) {
            var customers = stand.customers((int) (rate * SECONDS));
            var webhooks = customers.stream()
                    .map(customer -> SignedWebhook.of(customer, "Good morning number " + numbered++))
                    .toList();
            var outcome = stand.load.atRate(requests(webhooks), rate);
            desk.awaitAll(customers.stream().map(Latencies::assigned).toList());
            shown.add(delays(outcome, rate, index -> desk.at(webhooks.get(index).text())));
            assigned.add(delays(outcome, rate, index -> desk.at(assigned(customers.get(index)))));
            stand.clear();
            stand.agent.is("ONLINE");
        }
        tell("a first message, webhook to desk (message shown)", rate, shown, true);
        tell("a first message, webhook to desk (conversation assigned)", rate, assigned, true);
    }

    private void writes(Sightings desk, List<String> customers, double rate) {
        var webhooks = customers.stream()
                .map(customer -> SignedWebhook.of(customer, "Good evening number " + numbered++))
                .toList();
        stand.load.atRate(requests(webhooks), rate);
        desk.awaitAll(customers.stream().map(Latencies::assigned).toList());
    }

    /** The maximum is what reaches the desk, not what is answered: the inbox takes more than that for a while. */
    private void followUps(Sightings desk, List<String> customers) {
        var maximum = maximum(
                count -> {
                    var webhooks = messages(customers, count);
                    var outcome = stand.load.asFastAsPossible(requests(webhooks), AT_ONCE);
                    return desk.awaitAll(texts(webhooks)) - outcome.begun();
                },
                2_000);
        report.note("follow-ups: at most %.0f/s reach the desk", maximum);
        var rate = maximum / 2;
        var rounds = new ArrayList<Histogram>();
        for (int round = 0; round < ROUNDS; round++) {
            var webhooks = messages(customers, (int) (rate * SECONDS));
            var outcome = stand.load.atRate(requests(webhooks), rate);
            desk.awaitAll(texts(webhooks));
            rounds.add(
                    delays(outcome, rate, index -> desk.at(webhooks.get(index).text())));
        }
        tell("a further message, webhook to desk", rate, rounds, true);
    }

    private void replies(Sightings sandbox) {
        var conversations = stand.assigned();
        var load = new Load(stand.agent.http.client());
        var maximum = maximum(
                count -> {
                    var texts = answers(count);
                    var outcome = load.asFastAsPossible(posts(conversations, texts), 8);
                    return sandbox.awaitAll(texts) - outcome.begun();
                },
                400);
        report.note("replies: at most %.0f/s reach the customer", maximum);
        var rate = maximum / 2;
        var rounds = new ArrayList<Histogram>();
        for (int round = 0; round < ROUNDS; round++) {
            var texts = answers((int) (rate * SECONDS));
            var outcome = load.atRate(posts(conversations, texts), rate);
            sandbox.awaitAll(texts);
            rounds.add(delays(outcome, rate, index -> sandbox.at(texts.get(index))));
        }
        tell("an answer, desk to customer", rate, rounds, false);
    }

    /** So many a second arrive when sent as fast as possible; the first round warms up. */
    private static double maximum(IntToLongFunction nanos, int count) {
        return Report.median(IntStream.rangeClosed(0, ROUNDS)
                .mapToDouble(round -> count * 1e9 / nanos.applyAsLong(count))
                .skip(1)
                .toArray());
    }

    private static Histogram delays(Outcome sent, double rate, ToLongFunction<Integer> seen) {
        var delays = Load.histogram();
        IntStream.range(0, sent.requests())
                .forEach(index -> delays.recordValue(
                        Math.max(0, seen.applyAsLong(index) - Load.due(sent.begun(), index, rate)) / 1000));
        return delays;
    }

    private void tell(String way, double rate, List<Histogram> rounds, boolean aimed) {
        rounds.forEach(round -> report.note(
                "%s at %.0f/s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
                way, rate, millis(round, 50), millis(round, 99), millis(round, 100)));
        var p99 = median(rounds, round -> millis(round, 99));
        report.line(
                "| %s | %.0f | %.0f | %.0f %s |",
                way,
                rate,
                median(rounds, round -> millis(round, 50)),
                p99,
                aimed ? Report.verdict(p99 < AIM, "under 300") : "");
    }

    private static double median(List<Histogram> rounds, ToDoubleFunction<Histogram> figure) {
        return Report.median(rounds.stream().mapToDouble(figure).toArray());
    }

    private static double millis(Histogram round, double percentile) {
        return round.getValueAtPercentile(percentile) / 1000.0;
    }

    private List<SignedWebhook> messages(List<String> customers, int count) {
        return IntStream.range(0, count)
                .mapToObj(index ->
                        SignedWebhook.of(customers.get(index % customers.size()), "Question number " + numbered++))
                .toList();
    }

    private static List<String> texts(List<SignedWebhook> webhooks) {
        return webhooks.stream().map(SignedWebhook::text).toList();
    }

    private List<HttpRequest> requests(List<SignedWebhook> webhooks) {
        return webhooks.stream()
                .map(webhook -> webhook.to(stand.pupitre.base()))
                .toList();
    }

    private List<String> answers(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "Answer number " + numbered++)
                .toList();
    }

    private List<HttpRequest> posts(List<String> conversations, List<String> texts) {
        return IntStream.range(0, texts.size())
                .mapToObj(index -> stand.agent
                        .http
                        .request("/api/v1/conversations/" + conversations.get(index % conversations.size())
                                + "/messages")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                HttpSession.JSON.writeValueAsString(Map.of("text", texts.get(index)))))
                        .build())
                .toList();
    }

    private static String assigned(String customer) {
        return Sightings.key("ASSIGNED", customer);
    }
}
