package dev.pupitre.bench;

import dev.pupitre.bench.Load.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** How many conversations a second are started, from the first publish until the last is queued, beside the bare engine. */
final class Starts {
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 600);
    private static final int CONVERSATIONS = Integer.getInteger("bench.conversations", 250);
    private static final int AT_ONCE = 32;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final double AIM = 0.8;
    private static final int JOBS = 2;
    private static final int BYTES = 1024;

    /**
     * Both in turn.
     *
     * @param used milliseconds of Pupitre's own processor time a conversation, without the engine's
     * @param bareEngine of the engine's, for the bare one
     * @param engine of the engine's, for Pupitre
     */
    private record Round(
            double bare, double pupitre, Outcome webhooks, double used, double bareEngine, double engine) {}

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
            var bytes = engine.variableBytes();
            for (int warm = 0; warm < WARM_UP; warm += CONVERSATIONS) {
                round(engine, desk, Math.min(CONVERSATIONS, WARM_UP - warm));
            }
            var jobs = stand.jobs();
            var messages = stand.messages();
            for (int number = 0; number < ROUNDS; number++) {
                var round = round(engine, desk, CONVERSATIONS);
                rounds.add(round);
                report.note(
                        "starts: bare %.1f/s, Pupitre %.1f/s, its webhooks answered at p99 %.1f ms, its processor time %.1f ms each, the engine's %.1f and %.1f ms",
                        round.bare,
                        round.pupitre,
                        round.webhooks.millisAt(99),
                        round.used,
                        round.bareEngine,
                        round.engine);
            }
            tell(bytes, each(jobs, stand.jobs()), each(messages, stand.messages()));
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
        report.line(
                "| the engine's processor time each, ms | %.1f | %.1f | |",
                median(rounds, Round::bareEngine), median(rounds, Round::engine));
        report.line("");
        return starts;
    }

    /** What a conversation took from its first message to its end, by names. */
    private static Map<String, Double> each(Map<String, Double> before, Map<String, Double> after) {
        var each = new TreeMap<String, Double>();
        after.forEach((name, count) -> {
            var more = (count - before.getOrDefault(name, 0.0)) / (ROUNDS * CONVERSATIONS);
            if (more > 0) {
                each.put(name, more);
            }
        });
        return each;
    }

    /** An agent has it after these; what an answer and an end take is told with it. */
    private void tell(int bytes, Map<String, Double> jobs, Map<String, Double> messages) {
        var before = jobs.getOrDefault("prepare-conversation", 0.0) + jobs.getOrDefault("queue-conversation", 0.0);
        var started = messages.getOrDefault("conversation-started", 0.0);
        report.line(
                "From the webhook to the agent, each: %.2f jobs and %.2f messages %s; from there to the end %.2f and %.2f.",
                before,
                started,
                Report.verdict(before <= JOBS && started <= 1, "at most two and one"),
                sum(jobs) - before,
                sum(messages) - started);
        report.line("By name: jobs %s; messages %s.", jobs, messages);
        report.line(
                "Variables of an instance that waits for an agent: %d bytes %s.",
                bytes, Report.verdict(bytes < BYTES, "less than 1 KB"));
        report.line("");
    }

    private static double sum(Map<String, Double> counts) {
        return counts.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private Round round(BareEngine engine, Sightings desk, int conversations) {
        var engineAtFirst = stand.engineUsed();
        var bare = conversations * 1e9 / engine.start(conversations, AT_ONCE).toNanos();
        var bareEngine = stand.engineUsed().minus(engineAtFirst);
        engine.clear();
        var customers = stand.customers(conversations);
        var webhooks = customers.stream()
                .map(customer -> SignedWebhook.of(
                                customer, "Hello, where is my order 4711? I have been waiting for a week now")
                        .to(stand.pupitre.base()))
                .toList();
        var before = stand.pupitre.used();
        var engineBefore = stand.engineUsed();
        var answered = stand.load.asFastAsPossible(webhooks, AT_ONCE);
        var last = desk.awaitAll(customers.stream()
                .map(customer -> Sightings.key("WAITING", customer))
                .toList());
        var used = stand.pupitre.used().minus(before);
        var engineUsed = stand.engineUsed().minus(engineBefore);
        stand.clear();
        desk.forget();
        return new Round(
                bare,
                conversations * 1e9 / (last - answered.begun()),
                answered,
                millis(used, conversations),
                millis(bareEngine, conversations),
                millis(engineUsed, conversations));
    }

    private static double millis(Duration used, int conversations) {
        return used.toNanos() / 1e6 / conversations;
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Report.median(rounds.stream().mapToDouble(figure).toArray());
    }
}
