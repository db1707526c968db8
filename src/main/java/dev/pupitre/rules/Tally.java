package dev.pupitre.rules;

import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.RecordedDecisions.Recorded;
import dev.pupitre.engine.TableAnswer;
import dev.pupitre.engine.TableRun;
import dev.pupitre.rules.Backtest.Findings;
import dev.pupitre.rules.Backtest.Further;
import dev.pupitre.rules.Backtest.Group;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes recorded decisions again by another table, and counts what becomes of them; for one thread. */
final class Tally {
    private static final int GROUPS = 200;

    /** Of each group. */
    private static final int NAMED = 1_000;

    /** Of all groups together, so that what is kept at each progress stays small. */
    private static final int NAMED_IN_ALL = 5_000;

    /** Of each group, however many the others have. */
    private static final int NAMED_ALWAYS = 10;

    private final Subject subject;
    private final EarlierVersions earlier;
    private final TableRun run;
    private final int[] hits;
    private final Map<Change, Gathered> changes = new LinkedHashMap<>();
    private int decisions;
    private int changed;
    private int notComparable;
    private final Gathered further = new Gathered();
    private int named;

    private record Change(
            Map<String, Object> from,
            Map<String, Object> to,
            @Nullable String failure) {}

    private final class Gathered {
        private final Set<String> conversations = new LinkedHashSet<>();
        private int count;

        void add(String conversation) {
            count++;
            if (takesMore() && conversations.add(conversation)) {
                named++;
            }
        }

        private boolean takesMore() {
            var here = conversations.size();
            return here < NAMED_ALWAYS || (here < NAMED && named < NAMED_IN_ALL);
        }
    }

    Tally(Subject subject, EarlierVersions earlier) {
        this.subject = subject;
        this.earlier = earlier;
        this.run = subject.compiled().run();
        this.hits = new int[subject.compiled().rowCount()];
    }

    /** Of decisions by other tables nothing is said. */
    void add(Recorded recorded) {
        for (var decision : recorded.decisions()) {
            if (decision.table().equals(subject.file().table().id())) {
                add(recorded.conversation().value(), decision);
            }
        }
    }

    private void add(String conversation, Decision decision) {
        if (decision.inputs().isEmpty()) {
            notComparable++;
            return;
        }
        var facts = Facts.recorded(subject.file(), decision.inputs());
        switch (run.decide(facts, earlier.settledBy(decision))) {
            case TableAnswer.Unknown _ -> notComparable++;
            case TableAnswer.Decided decided -> {
                if (decided.row() != null) {
                    hits[decided.row() - 1]++;
                }
                compare(conversation, decision, decided.outputs(), null);
            }
            case TableAnswer.Undecided _ -> compare(conversation, decision, Map.of(), null);
            case TableAnswer.Failed failed -> compare(conversation, decision, Map.of(), failed.message());
        }
    }

    private void compare(
            String conversation,
            Decision before,
            Map<String, ? extends @Nullable Object> after,
            @Nullable String failure) {
        decisions++;
        if (failure == null && isSame(before, after)) {
            return;
        }
        changed++;
        var change = new Change(plain(before.outputs()), plain(after), failure);
        var gathered = changes.size() < GROUPS
                ? changes.computeIfAbsent(change, _ -> new Gathered())
                : changes.getOrDefault(change, further);
        gathered.add(conversation);
    }

    /** Where the row is not known, the process may have kept only a part of what was said. */
    private static boolean isSame(Decision before, Map<String, ? extends @Nullable Object> after) {
        return before.row() == null
                ? Outputs.say(after, before.outputs())
                : Outputs.known(after).equals(Outputs.known(before.outputs()));
    }

    /** As the store and the screens have numbers. */
    private static Map<String, Object> plain(Map<String, ? extends @Nullable Object> outputs) {
        var plain = new HashMap<String, Object>();
        Outputs.known(outputs)
                .forEach((name, value) ->
                        plain.put(name, value instanceof BigDecimal number ? (Object) number.doubleValue() : value));
        return plain;
    }

    Findings findings() {
        var groups = changes.entrySet().stream()
                .map(entry -> new Group(
                        entry.getKey().from(),
                        entry.getKey().to(),
                        entry.getKey().failure(),
                        entry.getValue().count,
                        List.copyOf(entry.getValue().conversations)))
                .sorted(Comparator.comparingInt(Group::count).reversed())
                .toList();
        var never = IntStream.range(0, hits.length)
                .filter(row -> hits[row] == 0)
                .mapToObj(row -> row + 1)
                .toList();
        return new Findings(decisions, changed, notComparable, groups, furtherChanges(), never);
    }

    private @Nullable Further furtherChanges() {
        return further.count == 0 ? null : new Further(further.count, List.copyOf(further.conversations));
    }
}
