package dev.pupitre.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds facts up. */
final class Tally {
    private static final int SCORES = 5;

    private final Map<Fact.Outcome, Integer> outcomes = new EnumMap<>(Fact.Outcome.class);
    private final Measure.Collector waiting = new Measure.Collector();
    private final Measure.Collector waitingInHours = new Measure.Collector();
    private final Measure.Collector waitingAfterAssistant = new Measure.Collector();
    private final Measure.Collector waitingWithoutAssistant = new Measure.Collector();
    private final Measure.Collector firstResponse = new Measure.Collector();
    private final Measure.Collector firstResponseInHours = new Measure.Collector();
    private final Measure.Collector firstAnswer = new Measure.Collector();
    private final Measure.Collector assistantResponse = new Measure.Collector();
    private final Measure.Collector handling = new Measure.Collector();
    private final Integer[] scores = new Integer[SCORES];
    private int assistant;
    private int due;
    private int inTime;
    private int comments;

    Tally() {
        Arrays.fill(scores, 0);
    }

    void add(Fact fact) {
        if (fact.outcome() == Fact.Outcome.HANDED_ON) {
            handling.add(fact.handling());
            return;
        }
        outcomes.merge(fact.outcome(), 1, Integer::sum);
        if (fact.outcome() == Fact.Outcome.IGNORED) {
            return;
        }
        waiting.add(fact.waiting());
        waitingInHours.add(fact.waitingInHours());
        (fact.assistant() ? waitingAfterAssistant : waitingWithoutAssistant).add(fact.waiting());
        firstResponse.add(fact.firstResponse());
        firstResponseInHours.add(fact.firstResponseInHours());
        firstAnswer.add(fact.firstAnswer());
        assistantResponse.add(fact.assistantResponse());
        handling.add(fact.handling());
        assistant += fact.assistant() ? 1 : 0;
        due += fact.inTime() == null ? 0 : 1;
        inTime += Boolean.TRUE.equals(fact.inTime()) ? 1 : 0;
        comments += fact.commented() ? 1 : 0;
        if (fact.score() != null) {
            scores[fact.score() - 1]++;
        }
    }

    Figures figures() {
        var ignored = count(Fact.Outcome.IGNORED);
        return new Figures(
                outcomes.values().stream().mapToInt(Integer::intValue).sum() - ignored,
                ignored,
                count(Fact.Outcome.ANSWERED),
                count(Fact.Outcome.CONTAINED),
                assistant,
                count(Fact.Outcome.ABANDONED),
                count(Fact.Outcome.UNANSWERED),
                due,
                inTime,
                waiting.measure(),
                waitingInHours.measure(),
                waitingAfterAssistant.measure(),
                waitingWithoutAssistant.measure(),
                firstResponse.measure(),
                firstResponseInHours.measure(),
                firstAnswer.measure(),
                assistantResponse.measure(),
                handling.measure(),
                Arrays.asList(scores.clone()),
                score(),
                comments);
    }

    private int count(Fact.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private @Nullable Double score() {
        var given = Arrays.stream(scores).mapToInt(Integer::intValue).sum();
        var sum = 0;
        for (var index = 0; index < SCORES; index++) {
            sum += (index + 1) * scores[index];
        }
        return given == 0 ? null : (double) sum / given;
    }
}
