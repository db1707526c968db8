package dev.pupitre.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class CompiledTableTests {
    private final TableCompiler compiler = new TableCompiler();

    @Test
    void answersAnythingAsThePlainEngineDoes() {
        var kinds = new TreeMap<String, Integer>();
        for (long seed = 1; seed <= 20; seed++) {
            var table = new GeneratedTable(seed, seed % 2 == 0);
            var dmn = table.dmn("generated", 12);
            var run = compiler.compile(dmn, "generated").run();
            var plain = new PlainEngine(dmn, "generated");

            for (int question = 0; question < 150; question++) {
                var facts = table.question();

                var answer = run.decide(facts);

                assertThat(answer).as("%s about %s", dmn, facts).isEqualTo(plain.decide(facts));
                kinds.merge(answer.getClass().getSimpleName(), 1, Integer::sum);
            }
        }
        assertThat(kinds)
                .as("all kinds of answers were among them")
                .containsOnlyKeys("Decided", "Failed", "Undecided")
                .allSatisfy((kind, times) -> assertThat(times).as(kind).isGreaterThan(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"listening", "business-hours", "routing", "messaging-policy"})
    void answersTheShippedTablesQuestionsAsThePlainEngineDoes(String decision) throws IOException {
        var dmn = shipped(decision);
        var table = compiler.compile(dmn, decision);
        var run = table.run();
        var plain = new PlainEngine(dmn, decision);
        var random = new Random(7);
        var rows = new ArrayList<TableAnswer>();

        for (int question = 0; question < 500; question++) {
            var facts = facts(table, random);
            var answer = run.decide(facts);

            assertThat(answer).as("%s", facts).isEqualTo(plain.decide(facts));
            rows.add(answer);
        }

        assertThat(Set.copyOf(rows)).as("what was asked makes a difference").hasSizeGreaterThan(1);
    }

    @Test
    void saysWhichCellOfEachRowDidNotMatch() {
        var run = compiler.compile(table("\"message\"|contains(?, \"refund\")", "-|\"hello\"", "-|-"), "small")
                .run();

        var rows = run.rows(Map.of("kind", "message", "text", "hello"));

        assertThat(rows)
                .containsExactly(
                        new TableRun.RowTrial(1, false, 2, null),
                        new TableRun.RowTrial(2, true, null, null),
                        new TableRun.RowTrial(3, true, null, null));
    }

    @Test
    void breaksAtACellBehindTheRowThatMatchesAsTheEngineWould() {
        var run = compiler.compile(table("-|-", "-|assert(?, false)"), "small").run();

        assertThat(run.decide(Map.of("kind", "message", "text", "hello")))
                .isInstanceOf(TableAnswer.Failed.class)
                .extracting(answer -> ((TableAnswer.Failed) answer).message())
                .asString()
                .contains("The condition is not fulfilled");
        assertThat(run.rows(Map.of("kind", "message", "text", "hello")).getLast())
                .returns(2, TableRun.RowTrial::failedColumn)
                .returns(false, TableRun.RowTrial::matched)
                .extracting(TableRun.RowTrial::broken)
                .isNotNull();
    }

    @Test
    void cannotTellWhatDependsOnWhatNobodyKnows() {
        var run = compiler.compile(table("\"comment\"|\"hello\"", "\"message\"|-", "-|\"x\"", "-|-"), "small")
                .run();
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("text", CompiledTable.NOT_KNOWN);

        facts.put("kind", "message");
        assertThat(run.decide(facts)).isEqualTo(new TableAnswer.Decided(2, Map.of("said", 2L)));

        facts.put("kind", "comment");
        assertThat(run.decide(facts)).isEqualTo(new TableAnswer.Unknown());
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatExceptionOfType(TableCompiler.NotCompiled.class)
                .isThrownBy(() -> compiler.compile(table("\"open|-"), "small"))
                .withMessageContaining("failed to parse expression");
        assertThatExceptionOfType(TableCompiler.NotCompiled.class)
                .isThrownBy(() -> compiler.compile(table("-|-"), "other"))
                .withMessageContaining("other");
    }

    /** Of a kind and a text; each row says its number. */
    static String table(String... rows) {
        var rules = new StringBuilder();
        for (int row = 0; row < rows.length; row++) {
            var cells = rows[row].split("\\|", -1);
            rules.append("<rule id=\"r%d\">".formatted(row));
            for (var cell : cells) {
                rules.append("<inputEntry id=\"c%d\"><text>%s</text></inputEntry>".formatted(rules.length(), cell));
            }
            rules.append("<outputEntry id=\"o%d\"><text>%d</text></outputEntry></rule>".formatted(row, row + 1));
        }
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="g" name="g" namespace="g">
                  <decision id="small" name="Small"><decisionTable id="t" hitPolicy="FIRST">
                    <input id="i1" label="Kind"><inputExpression id="x1"><text>kind</text></inputExpression></input>
                    <input id="i2" label="Text"><inputExpression id="x2"><text>text</text></inputExpression></input>
                    <output id="o" name="said"/>
                    %s
                  </decisionTable></decision>
                </definitions>
                """.formatted(rules);
    }

    private static Map<String, @Nullable Object> facts(CompiledTable table, Random random) {
        var facts = new HashMap<String, @Nullable Object>();
        for (var variable : table.asked()) {
            var choices = new ArrayList<@Nullable Object>(
                    switch (variable) {
                        case "localTime" -> List.of("09:00:00", "08:59:59", "18:00:00", "12:30:00", "noon");
                        case "localDate" -> List.of("2026-03-02", "2026-12-25", "2026-03-07");
                        case "weekday" -> List.of("Monday", "Saturday", "Sunday");
                        case "schedule" -> List.of("always", "office", "unheard-of");
                        case "kind" -> List.of("message", "comment", "postback");
                        case "text" -> List.of("stop", "c'est urgent !", "hello", "unsubscribe");
                        case "author" -> List.of("human", "bot", "system");
                        case "via" -> List.of("PUBLIC", "MESSENGER", "PRIVATE_REPLY");
                        case "channel" -> List.of("COMMENT", "MESSENGER");
                        case "purpose" -> List.of("answer", "survey", "greeting");
                        case "hoursSinceWindow", "hoursSinceMessage", "daysSinceComment" ->
                            List.of(0.5, 23.99, 24.0, 100.0, 500.0, 7.0);
                        case "humanAgent", "answeredPrivately" -> List.of(true, false);
                        default -> List.of("x", "default", 7);
                    });
            choices.add(null);
            facts.put(variable, choices.get(random.nextInt(choices.size())));
        }
        return facts;
    }

    private static String shipped(String decision) throws IOException {
        return new ClassPathResource("dmn/" + decision + ".dmn").getContentAsString(UTF_8);
    }
}
