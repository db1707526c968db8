package dev.pupitre.bench;

import dev.pupitre.bench.Load.Outcome;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How many webhooks a second are answered, beside a handler that only verifies and inserts. */
final class Acknowledgements {
    private static final int CONVERSATIONS = 500;
    private static final int WARM_UP = 3_000;
    private static final int WEBHOOKS = 2_000;
    private static final int[] AT_ONCE = {32, 8};
    private static final int ROUNDS = 5;
    private static final double AIM = 0.7;

    /**
     * Both in turn.
     *
     * @param relayed messages a second that had reached their conversations, counted until the last one had
     * @param bareUsed milliseconds of processor time a webhook
     * @param used the same, with the way into the conversation
     */
    private record Round(Outcome bare, Outcome pupitre, double relayed, double bareUsed, double used) {}

    private final Stand stand;
    private final Report report;
    private int numbered;

    Acknowledgements(Stand stand, Report report) {
        this.stand = stand;
        this.report = report;
    }

    /** Messages into open conversations, as most are; the agent is away. */
    void measure() {
        var customers = stand.customers(CONVERSATIONS);
        open(customers);
        round(customers, WARM_UP, 32);
        report.line("| requests at once | | bare handler | Pupitre | ratio |");
        report.line("|---|---|---|---|---|");
        for (var atOnce : AT_ONCE) {
            var rounds = new ArrayList<Round>();
            for (int number = 0; number < ROUNDS; number++) {
                var round = round(customers, WEBHOOKS, atOnce);
                rounds.add(round);
                report.note(
                        "acknowledgements, %d at once: bare %.0f/s p99 %.1f ms, Pupitre %.0f/s p99 %.1f ms, in conversations %.0f/s, processor %.2f and %.2f ms",
                        atOnce,
                        round.bare.perSecond(),
                        round.bare.millisAt(99),
                        round.pupitre.perSecond(),
                        round.pupitre.millisAt(99),
                        round.relayed,
                        round.bareUsed,
                        round.used);
            }
            tell(atOnce, rounds);
        }
        report.line("");
    }

    private void open(List<String> customers) {
        try (var desk = Sightings.atTheDesk(stand.agent.http)) {
            var first = customers.stream()
                    .map(customer -> SignedWebhook.of(customer, "first").to(stand.pupitre.base()))
                    .toList();
            stand.load.asFastAsPossible(first, 8);
            desk.awaitAll(customers.stream()
                    .map(customer -> Sightings.key("WAITING", customer))
                    .toList());
        }
    }

    private Round round(List<String> customers, int webhooks, int atOnce) {
        var toBare = requests(stand.bare.base(), customers, webhooks);
        var bareBefore = stand.bare.used();
        var bare = stand.load.asFastAsPossible(toBare, atOnce);
        var bareUsed = stand.bare.used().minus(bareBefore);
        var toPupitre = requests(stand.pupitre.base(), customers, webhooks);
        var changes = stand.changes();
        var before = stand.pupitre.used();
        var pupitre = stand.load.asFastAsPossible(toPupitre, atOnce);
        stand.awaitChanges(changes + 2L * webhooks);
        var relayed = webhooks * 1e9 / (System.nanoTime() - pupitre.begun());
        var used = stand.pupitre.used().minus(before);
        return new Round(bare, pupitre, relayed, bareUsed.toNanos() / 1e6 / webhooks, used.toNanos() / 1e6 / webhooks);
    }

    private List<HttpRequest> requests(URI server, List<String> customers, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> SignedWebhook.of(
                        customers.get(index % customers.size()), "Message number " + numbered++ + " of this run"))
                .map(webhook -> webhook.to(server))
                .toList();
    }

    private void tell(int atOnce, List<Round> rounds) {
        var ratio = median(rounds, round -> round.pupitre.perSecond() / round.bare.perSecond());
        report.line(
                "| %d | acknowledgements/s | %.0f | %.0f | %.2f %s |",
                atOnce,
                median(rounds, round -> round.bare.perSecond()),
                median(rounds, round -> round.pupitre.perSecond()),
                ratio,
                Report.verdict(ratio >= AIM, "at least 0.7"));
        for (var percentile : List.of(50, 99)) {
            report.line(
                    "| %d | p%d, ms | %.1f | %.1f | |",
                    atOnce,
                    percentile,
                    median(rounds, round -> round.bare.millisAt(percentile)),
                    median(rounds, round -> round.pupitre.millisAt(percentile)));
        }
        report.line("| %d | in their conversations/s | | %.0f | |", atOnce, median(rounds, Round::relayed));
        report.line(
                "| %d | processor time each, ms | %.2f | %.2f | |",
                atOnce, median(rounds, Round::bareUsed), median(rounds, Round::used));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Report.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
