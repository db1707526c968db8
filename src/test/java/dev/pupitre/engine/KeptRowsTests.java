package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.engine.KeptRows.Settled;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of rows that an earlier table had is known how they do. */
class KeptRowsTests {
    private static final int SEEDS = 10;
    private static final int ROWS = 12;

    private final TableCompiler compiler = new TableCompiler();

    enum Edit {
        NOTHING {
            @Override
            void to(List<String> rules, List<String> others, Random random) {}
        },
        A_ROW_TAKEN_OUT {
            @Override
            void to(List<String> rules, List<String> others, Random random) {
                rules.remove(random.nextInt(ROWS));
            }
        },
        TWO_SWAPPED {
            @Override
            void to(List<String> rules, List<String> others, Random random) {
                Collections.swap(rules, random.nextInt(ROWS), random.nextInt(ROWS));
            }
        },
        A_CELL_CHANGED {
            @Override
            void to(List<String> rules, List<String> others, Random random) {
                var row = random.nextInt(ROWS);
                var cell = "r%di%d".formatted(row, random.nextInt(6));
                rules.set(row, rules.get(row).replace(cell(rules.get(row), cell), cell(others.get(row), cell)));
            }
        },
        ONE_ADDED {
            @Override
            void to(List<String> rules, List<String> others, Random random) {
                rules.add(random.nextInt(ROWS), others.get(random.nextInt(ROWS)).replace("id=\"r", "id=\"new"));
            }
        };

        abstract void to(List<String> rules, List<String> others, Random random);

        static String cell(String rule, String id) {
            var cell = Pattern.compile("<inputEntry id=\"%s\">.*?</inputEntry>".formatted(id))
                    .matcher(rule);
            assertThat(cell.find()).isTrue();
            return cell.group();
        }
    }

    /** A table, its draft, and questions that the table has decided already. */
    private final class Edited {
        private final GeneratedTable questions;
        private final TableRun before;
        private final String draft;
        private final TableRun run;
        private final CompiledTable table;
        private final KeptRows kept;

        Edited(long seed, Edit edit) {
            questions = new GeneratedTable(seed, seed % 5 == 0);
            var dmn = questions.dmn("generated", ROWS);
            var rules = rules(dmn);
            var changed = new ArrayList<>(rules);
            edit.to(changed, rules(new GeneratedTable(seed + 100, false).dmn("generated", ROWS)), new Random(seed));
            draft = dmn.replace(String.join("\n", rules), String.join("\n", changed));
            var earlier = compiler.compile(dmn, "generated");
            table = compiler.compile(draft, "generated");
            before = earlier.run();
            run = table.run();
            kept = KeptRows.of(table, earlier);
        }

        private static List<String> rules(String dmn) {
            return dmn.lines().filter(line -> line.startsWith("<rule ")).toList();
        }

        Settled settled(Map<String, @Nullable Object> facts) {
            return before.decide(facts) instanceof TableAnswer.Decided decided && decided.row() != null
                    ? kept.decidedBy(decided.row())
                    : Settled.NOTHING;
        }

        long known(Settled settled) {
            return table.rows.stream()
                    .filter(row -> settled.verdict(row) != null)
                    .count();
        }
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void answersAsThePlainEngineDoesWithoutAskingThem(Edit edit) {
        var settledRows = 0L;
        for (long seed = 1; seed <= SEEDS; seed++) {
            var table = new Edited(seed, edit);
            var plain = new PlainEngine(table.draft, "generated");
            for (int question = 0; question < 80; question++) {
                var facts = table.questions.question();
                var settled = table.settled(facts);

                var answer = table.run.decide(facts, settled);

                assertThat(answer).as("%s about %s", table.draft, facts).isEqualTo(plain.decide(facts));
                settledRows += table.known(settled);
            }
        }
        assertThat(settledRows).as("rows that need not be asked").isGreaterThan(500);
    }

    /** As far as an answer is given: it is then the one about the whole facts. */
    @ParameterizedTest
    @EnumSource(Edit.class)
    void answersWhatIsNotKnownAnyMoreAsThePlainEngineDoesWhoKnowsIt(Edit edit) {
        var random = new Random(3);
        var gained = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            var table = new Edited(seed, edit);
            var plain = new PlainEngine(table.draft, "generated");
            for (int question = 0; question < 60; question++) {
                var whole = table.questions.question();
                var settled = table.settled(whole);
                var facts = new HashMap<>(whole);
                facts.replace(List.of("text", "at", "day", "kind").get(random.nextInt(4)), CompiledTable.NOT_KNOWN);
                if (settled.equals(Settled.NOTHING) || hasStructures(whole)) {
                    continue;
                }

                var without = table.run.decide(facts);
                var answer = table.run.decide(facts, settled);

                assertThat(answer).isIn(new TableAnswer.Unknown(), plain.decide(whole));
                if (!(without instanceof TableAnswer.Unknown)) {
                    assertThat(answer).as("what was known anyway").isEqualTo(without);
                } else if (!(answer instanceof TableAnswer.Unknown)) {
                    gained++;
                }
            }
        }
        assertThat(gained).as("answers that nobody could tell without").isPositive();
    }

    @Test
    void asksNoRowOfWhichItIsKnownHowItDoes() {
        var earlier = compiler.compile(CompiledTableTests.table("\"message\"|-", "\"comment\"|-", "-|-"), "small");
        var draft = compiler.compile(
                CompiledTableTests.table("\"postback\"|-", "\"message\"|-", "\"comment\"|-", "-|-"), "small");
        var facts = Map.of("kind", "message", "text", "hello");

        var answer = draft.run().decide(facts, KeptRows.of(draft, earlier).decidedBy(2));

        assertThat(draft.run().decide(facts)).returns(2, KeptRowsTests::row);
        assertThat(answer)
                .as("what it was told, and not what it would have seen")
                .returns(3, KeptRowsTests::row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "now() > @\"2026-01-01T00:00:00Z\"",
                "contains(kind, \"mess\")",
                "matches(?, \"hel[\")",
                "random number() > 2"
            })
    void asksWhatFollowsFromMoreThanItsInputOrMayFail(String cell) {
        var table =
                compiler.compile(CompiledTableTests.table("-|" + cell.replace("<", "&lt;"), "\"message\"|-"), "small");

        var settled = KeptRows.of(table, table).decidedBy(2);

        assertThat(settled.verdict(table.rows.getFirst())).isNull();
        assertThat(settled.verdict(table.rows.getLast())).isEqualTo(CellTest.Verdict.MATCHES);
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST, UNIQUE",
        "<text>text</text>, <text>lower case(text)</text>",
        "label=\"Text\", label=\"Words\"",
    })
    void knowsNothingOfATableThatIsAskedOrReadOtherwise(String one, String other) {
        var dmn = CompiledTableTests.table("\"message\"|-", "-|-");
        var table = compiler.compile(dmn, "small");
        var different = compiler.compile(dmn.replace(one, other), "small");

        assertThat(List.of(KeptRows.of(table, different), KeptRows.of(different, table)))
                .allSatisfy(kept -> assertThat(kept.decidedBy(2).verdict(table.rows.getFirst()))
                        .isNull());
        assertThat(KeptRows.of(table, table).decidedBy(2).verdict(table.rows.getFirst()))
                .isEqualTo(CellTest.Verdict.FAILS_TO_MATCH);
    }

    private static @Nullable Integer row(TableAnswer answer) {
        return answer instanceof TableAnswer.Decided decided ? decided.row() : null;
    }

    private static boolean hasStructures(Map<String, @Nullable Object> facts) {
        return facts.values().stream().anyMatch(value -> value instanceof List || value instanceof Map);
    }
}
