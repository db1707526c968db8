package dev.pupitre.bench;

import dev.pupitre.bench.Load.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many conversations a second are started, from the first publish until the last is queued, beside the bare engine. */
final class Starts {
    private static final int WARM_UP = 600;
    private static final int CONVERSATIONS = 250;
    private static final int AT_ONCE = 32;
    private static final int ROUNDS = 5;
    private static final double AIM = 0.8;

    /** @param used milliseconds of Pupitre's own processor time a conversation, without the engine's */
    private record Round(double bare, double pupitre, Outcome webhooks, double used) {}

    private final Stand stand;
    private final Report report;

    Starts(Stand stand, Report report) {
        this.stand = stand;
        this.report = report;
    }

    /** Returns how many conversations a second Pupitre starts. */
    double measure() {
        var rounds = new ArrayList<Round>();
        try (var engine = new BareEngine(stand.engine);
                var desk = Sightings.atTheDesk(stand.agent.http)) {
            round(engine, desk, WARM_UP);
            for (int number = 0; number < ROUNDS; number++) {
                var round = round(engine, desk, CONVERSATIONS);
                rounds.add(round);
                report.note(
                        "starts: bare %.1f/s, Pupitre %.1f/s, its webhooks answered at p99 %.1f ms, its processor time %.1f ms each",
                        round.bare, round.pupitre, round.webhooks.millisAt(99), round.used);
            }
        }
        var ratio = median(rounds, round -> round.pupitre / round.bare);
        var starts = median(rounds, Round::pupitre);
        report.line("| | bare engine | Pupitre | ratio |");
        report.line("|---|---|---|---|");
        report.line(
                "| conversations started/s | %.1f | %.1f | %.2f %s |",
                median(rounds, Round::bare), starts, ratio, Report.verdict(ratio >= AIM, "at least 0.8"));
        report.line(
                "| Pupitre's own processor time each, without the engine's, ms | | %.1f | |",
                median(rounds, Round::used));
        report.line("");
        return starts;
    }

    private Round round(BareEngine engine, Sightings desk, int conversations) {
        var bare = conversations * 1e9 / engine.start(conversations, AT_ONCE).toNanos();
        engine.clear();
        var customers = stand.customers(conversations);
        var webhooks = customers.stream()
                .map(customer -> SignedWebhook.of(
                                customer, "Hello, where is my order 4711? I have been waiting for a week now")
                        .to(stand.pupitre.base()))
                .toList();
        var before = stand.pupitre.used();
        var answered = stand.load.asFastAsPossible(webhooks, AT_ONCE);
        var last = desk.awaitAll(customers.stream()
                .map(customer -> Sightings.key("WAITING", customer))
                .toList());
        var used = stand.pupitre.used().minus(before);
        stand.clear();
        desk.forget();
        return new Round(
                bare, conversations * 1e9 / (last - answered.begun()), answered, used.toNanos() / 1e6 / conversations);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Report.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
