package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.conversation.AskedText;
import dev.pupitre.engine.DecisionTables.Input;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.engine.TableRun.RowTrial;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Try answers: the row, what it says, and where each other row stopped. */
class TrialTests {
    private final Subject routing = subject(TableFile.of(TableName.ROUTING)
            .row(
                    Map.of("kind", "\"comment\"", "text", "contains(?, \"refund\")"),
                    "\"ai\"",
                    "null",
                    "null",
                    "null",
                    "5")
            .row(Map.of("time(localTime)", "< time(\"12:00:00\")"), "null", "null", "null", "null", "1")
            .dmn());

    @Test
    void tellsTheRowThatMatchedAndTheFirstCellThatDidNotOfEachOther() {
        var trial = Trial.of(routing, Map.of("kind", "comment", "text", "my order", "localTime", "09:30:00"));

        assertThat(trial.row()).isEqualTo(2);
        assertThat(trial.outputs()).containsEntry("priority", 1L).containsEntry("target", null);
        assertThat(trial.rows())
                .containsExactly(
                        new RowTrial(1, false, 4, null),
                        new RowTrial(2, true, null, null),
                        new RowTrial(3, false, 4, null),
                        new RowTrial(4, true, null, null));
        assertThat(trial.inputs())
                .contains(new Input("Kind", "comment"), new Input("Local time", "09:30:00"), new Input("Page", null));
        assertThat(trial.failure()).isNull();
    }

    @Test
    void takesTheRecordedInputsOfAConversationByTheirHeadings() {
        var trial = Trial.of(
                routing,
                Map.of("Kind", "comment", "Text (lower case, no accents)", "a refund", "Local time", "20:00:00"));

        assertThat(trial.row()).isEqualTo(1);
        assertThat(Trial.of(routing, Map.of("time(localTime)", "08:00:00")).row())
                .isEqualTo(2);
    }

    /** A Frenchman may have renamed the columns since, and a long text is not known to its end. */
    @Test
    void asksAgainWhatWasRecordedUnderOtherHeadings() {
        var then = routing.compiled().headings().stream()
                .map(heading -> new Input(
                        "Alors: " + heading,
                        switch (heading) {
                            case "Kind" -> "comment";
                            case "Text (lower case, no accents)" -> "a refund";
                            case "Local time" -> "20:00:00";
                            default -> null;
                        }))
                .toList();

        var again = Trial.again(routing, then);

        assertThat(again.row()).isEqualTo(1);
        assertThat(again.outputs()).containsEntry("target", "ai");
        assertThat(again.inputs()).contains(new Input("Kind", "comment"));
        assertThat(again.notKnown()).isEmpty();
    }

    @Test
    void saysWhichFactsItWouldNeedThatWereNotRecorded() {
        var then = List.of(new Input("Kind", "comment"), new Input("Text (lower case, no accents)", "my order"));

        var again = Trial.again(routing, then);

        assertThat(again.row()).isNull();
        assertThat(again.failure()).isNull();
        assertThat(again.notKnown()).contains("Local time", "Campaign").doesNotContain("Kind");
        assertThat(Trial.again(
                                routing,
                                List.of(
                                        new Input("Kind", "comment"),
                                        new Input("Text (lower case, no accents)", "a refund")))
                        .row())
                .as("it does not depend on them")
                .isEqualTo(1);
    }

    @Test
    void asksTypedTextAsTheDeskDoesAndSaysSo() {
        var trial = Trial.of(routing, Map.of("kind", "comment", "text", " Je veux un REFUND, remboursé ! "));

        assertThat(trial.row()).isEqualTo(1);
        assertThat(trial.inputs())
                .contains(new Input("Text (lower case, no accents)", "je veux un refund, rembourse !"));
    }

    @Test
    void leavesTextThatWasAskedBeforeAsItIs() {
        var before = AskedText.of("É".repeat(199) + " and on");

        assertThat(before).hasSize(199);
        assertThat(AskedText.of(before)).isEqualTo(before);
    }

    /** As the desk asks of a picture: nothing that is not there is compared with a text. */
    @Test
    void asksForAnEmptyTextWhereNothingWasWritten() {
        var unlikely = subject(TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "not(contains(?, \"refund\"))"), "null", "null", "null", "null", "1")
                .dmn());
        var unsaid = new HashMap<String, @Nullable Object>();
        unsaid.put("text", null);

        assertThat(Trial.of(unlikely, Map.of()).row()).isEqualTo(1);
        assertThat(Trial.of(unlikely, unsaid).row()).isEqualTo(1);
    }

    @Test
    void takesTheColumnAtTheSamePlaceWhereTwoHaveOneHeading() {
        var twins = subject(TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), "null", "null", "null", "null", "1")
                .dmn()
                .replaceAll("(<input [^>]*label=\")(?:Kind|Page)\"", "$1X\""));
        var then = twins.compiled().headings().stream()
                .map(heading -> new Input(heading, null))
                .collect(Collectors.toCollection(ArrayList::new));
        var places = IntStream.range(0, then.size())
                .filter(place -> then.get(place).name().equals("X"))
                .toArray();
        assertThat(places).hasSize(2);
        var kind = twins.compiled().variables().indexOf("kind");
        IntStream.of(places).forEach(place -> then.set(place, new Input("X", place == kind ? "comment" : "100")));

        assertThat(Trial.again(twins, then).row()).isEqualTo(1);
    }

    @Test
    void readsALineBreakOfAnOutput() {
        var two = subject(TableFile.of(TableName.ROUTING)
                .row(Map.of(), "\"team\"", "\"Closed.\\nSee you\"", "null", "null", "1")
                .dmn());

        assertThat(Trial.of(two, Map.of()).outputs()).containsValue("Closed.\nSee you");
    }

    @Test
    void refusesWhatTheTableDoesNotAskFor() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> Trial.of(routing, Map.of("weather", "fine", "kind", List.of("comment"))))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrder("inputs.weather", "inputs.kind"));
    }

    @Test
    void saysWhyATableCannotBeEvaluatedAndAtWhichCell() {
        var broken = subject(TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "assert(?, false)"), "null", "null", "null", "null", "1")
                .dmn());

        var trial = Trial.of(broken, Map.of("text", "hello"));

        assertThat(trial.row()).isNull();
        assertThat(trial.failure()).contains("assert");
        assertThat(trial.rows().getFirst().failedColumn()).isEqualTo(4);
        assertThat(trial.rows().getFirst().broken()).contains("assert");
    }

    static Subject subject(String dmn) {
        return Subjects.read(new TableCompiler(), TableName.ROUTING, dmn);
    }
}
