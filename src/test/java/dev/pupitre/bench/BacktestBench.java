package dev.pupitre.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.engine.CompiledTable;
import dev.pupitre.engine.KeptRows;
import dev.pupitre.engine.KeptRows.Settled;
import dev.pupitre.engine.TableAnswer;
import dev.pupitre.engine.TableCompiler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.camunda.dmn.DmnEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** Measures how fast recorded decisions are taken again, beside the plain engine in the same run. */
class BacktestBench {
    private static final int RECORDED = Integer.getInteger("bench.recorded", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    /** The plain engine is asked fewer of them: it takes its time. */
    private static final int PLAIN = 1_000;

    private static final double AIM = 5_000;

    private static final String ONE_WORD = "contains(?, \"word%d \")";

    /** As the rules studio writes "word…, parcel, *lost word*" for those who do not know FEEL. */
    private static final String HELPER_WORDS =
            "matches(?, \"(^|[^\\p{L}\\p{N}])(word%1$d[\\p{L}\\p{N}]*|parcel)([^\\p{L}\\p{N}]|$)\")"
                    + " or contains(?, \"lost word%1$d\")";

    /** Such a cell is left to the FEEL engine. */
    private static final String FEEL_WORDS = "string length(?) > 4 and contains(?, \"word%d \")";

    private final Report report = new Report("backtest");
    private final Random random = new Random(11);

    @Test
    void tellsHowFastDecisionsAreTakenAgain() throws IOException {
        report.line("| table | decisions a second | the plain engine | ratio |");
        report.line("|---|---|---|---|");
        measure("30 rows, 3 inputs, FIRST; texts all different", thirtyRows(ONE_WORD), "thirty", false);
        measure("30 rows, 3 inputs, FIRST; texts repeat", thirtyRows(ONE_WORD), "thirty", true);
        measure("30 rows, 3 inputs, FIRST; words as the studio writes them", thirtyRows(HELPER_WORDS), "thirty", false);
        measure("`routing` as shipped", routing(), "routing", false);
        report.line("");
        report.line(
                "| a draft with one changed row of 30, by one thread | every row asked | what is known left out | ratio |");
        report.line("|---|---|---|---|");
        measureDraft("one word in each row", thirtyRows(ONE_WORD));
        measureDraft("words as the studio writes them", thirtyRows(HELPER_WORDS));
        measureDraft("cells that the FEEL engine evaluates", thirtyRows(FEEL_WORDS));
        report.write();

        assertThat(PerformanceBench.DIRECTORY.resolve("backtest.md")).isNotEmptyFile();
    }

    private void measure(String name, String dmn, String decision, boolean repeating) {
        var questions = IntStream.range(0, RECORDED)
                .mapToObj(at -> question(at, repeating))
                .toList();
        var compiled = new TableCompiler().compile(dmn, decision);
        var engine = new DmnEngine.Builder().build();
        var parsed = engine.parse(new ByteArrayInputStream(dmn.getBytes(UTF_8)))
                .toOption()
                .get();
        var fast = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            var mine = rate(questions, compiled.run()::decide);
            var theirs = rate(questions.subList(0, PLAIN), facts -> engine.eval(parsed, decision, facts));
            report.note("%s: %.0f, plain %.0f", name, mine, theirs);
            if (round > 0) {
                fast.add(mine);
                plain.add(theirs);
            }
        }
        var rate = median(fast);
        report.line(
                "| %s | %.0f %s | %.0f | %.0f |",
                name,
                rate,
                Report.verdict(rate >= AIM, "5,000 on two cores; this is one"),
                median(plain),
                rate / median(plain));
    }

    private void measureDraft(String name, String dmn) {
        var compiler = new TableCompiler();
        var before = compiler.compile(dmn, "thirty");
        var draft = compiler.compile(dmn.replace("\"word20 ", "\"word21 "), "thirty");
        var questions =
                IntStream.range(0, RECORDED).mapToObj(at -> question(at, false)).toList();
        var settled = settled(before, draft, questions);
        var every = new ArrayList<Double>();
        var less = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            var all = draft.run();
            var some = draft.run();
            var known = settled.iterator();
            var slow = rate(questions, all::decide);
            var fast = rate(questions, facts -> some.decide(facts, known.next()));
            report.note("%s: %.0f, without what is known %.0f", name, slow, fast);
            if (round > 0) {
                every.add(slow);
                less.add(fast);
            }
        }
        report.line("| %s | %.0f | %.0f | %.2f |", name, median(every), median(less), median(less) / median(every));
    }

    private static List<Settled> settled(
            CompiledTable before, CompiledTable draft, List<Map<String, @Nullable Object>> questions) {
        var kept = KeptRows.of(draft, before);
        var run = before.run();
        return questions.stream()
                .map(run::decide)
                .map(answer -> kept.decidedBy(Objects.requireNonNull(((TableAnswer.Decided) answer).row())))
                .toList();
    }

    private static double median(List<Double> figures) {
        return Report.median(figures.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private interface Asked {
        Object ask(Map<String, @Nullable Object> facts);
    }

    private static double rate(List<Map<String, @Nullable Object>> questions, Asked table) {
        var begun = System.nanoTime();
        var answers = 0;
        for (var question : questions) {
            answers += table.ask(question) == null ? 0 : 1;
        }
        return answers * 1e9 / (System.nanoTime() - begun);
    }

    /** Words, hours and Pages as desks have them; hardly a message is written twice. */
    private Map<String, @Nullable Object> question(int at, boolean repeating) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("campaign", "campaign-" + random.nextInt(8));
        facts.put("page", "1000" + random.nextInt(20));
        facts.put("kind", random.nextInt(3) == 0 ? "comment" : "message");
        facts.put(
                "text", "hello, about my word%d %s".formatted(random.nextInt(60), repeating ? "order" : "order " + at));
        facts.put("post", null);
        facts.put("referralSource", null);
        facts.put("referralRef", null);
        facts.put("ad", null);
        facts.put("locale", random.nextBoolean() ? "fr_FR" : "en_US");
        facts.put("weekday", "Monday");
        facts.put("localTime", "%02d:%02d:%02d".formatted(random.nextInt(24), random.nextInt(60), random.nextInt(60)));
        return facts;
    }

    private static String thirtyRows(String text) {
        var rows = new StringBuilder();
        for (int row = 0; row < 29; row++) {
            rows.append(row(
                    row,
                    row % 3 == 0 ? "\"campaign-%d\",\"campaign-%d\"".formatted(row % 8, (row + 1) % 8) : "-",
                    text.formatted(2 * row),
                    row % 2 == 0 ? "[time(\"%02d:00:00\")..time(\"20:00:00\"))".formatted(row % 12) : "-"));
        }
        rows.append(row(29, "-", "-", "-"));
        return """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="b" name="b" namespace="b">
                  <decision id="thirty" name="Thirty rows"><decisionTable id="t" hitPolicy="FIRST">
                    <input id="i1" label="Campaign"><inputExpression id="x1"><text>campaign</text></inputExpression></input>
                    <input id="i2" label="Text"><inputExpression id="x2"><text>text</text></inputExpression></input>
                    <input id="i3" label="Time"><inputExpression id="x3"><text>time(localTime)</text></inputExpression></input>
                    <output id="o1" name="target"/><output id="o2" name="priority"/>
                    %s
                  </decisionTable></decision>
                </definitions>
                """.formatted(rows);
    }

    private static String row(int row, String campaign, String text, String time) {
        return """
                <rule id="r%1$d"><inputEntry id="a%1$d"><text>%2$s</text></inputEntry>
                <inputEntry id="b%1$d"><text>%3$s</text></inputEntry><inputEntry id="c%1$d"><text>%4$s</text></inputEntry>
                <outputEntry id="d%1$d"><text>"team"</text></outputEntry><outputEntry id="e%1$d"><text>%1$d</text></outputEntry></rule>
                """.formatted(row, campaign, text, time);
    }

    private static String routing() throws IOException {
        return new ClassPathResource("dmn/routing.dmn").getContentAsString(UTF_8);
    }
}
