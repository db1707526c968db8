package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.ErrorResponseException;

/** Saved cases are run with each table, and those that fail keep it from being deployed. */
class CasesTests {
    private static final Person NADIA = new Person("nadia", "Nadia");
    private static final Map<String, @Nullable Object> URGENT = Map.of("text", "c'est urgent");

    private final TestDatabase database = new TestDatabase();
    private final TableCompiler compiler = new TableCompiler();
    private final Cases cases = new Cases(database.template(), new MovableClock());
    private final ProofGate gate = new ProofGate(
            new TableCheck(new FeelCells(), compiler, new NamesCheck(mock(), mock(), mock(), mock())), cases, compiler);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void passACaseWhoseOutputsAreAsExpected() {
        cases.add(TableName.ROUTING, new Cases.Written("Urgent ones first", URGENT, Map.of("priority", 10)), NADIA);
        var nobody = new HashMap<String, @Nullable Object>();
        nobody.put("team", null);
        cases.add(TableName.ROUTING, new Cases.Written("To nobody in particular", URGENT, nobody), NADIA);
        cases.add(TableName.ROUTING, new Cases.Written("Wishful", URGENT, Map.of("priority", 11)), NADIA);

        var outcomes = run(TableName.ROUTING.packaged());

        assertThat(outcomes).extracting(CaseOutcome::passed).containsExactly(true, true, false);
        assertThat(outcomes.getLast()).returns(1, CaseOutcome::row).returns("Wishful", CaseOutcome::name);
        assertThat(outcomes.getLast().outputs()).containsEntry("priority", 10L);
    }

    @Test
    void areNoMoreThanSomebodyReads() {
        for (int number = 1; number <= Cases.MOST; number++) {
            cases.add(TableName.ROUTING, numbered(number), NADIA);
        }

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> cases.add(TableName.ROUTING, numbered(Cases.MOST + 1), NADIA))
                .withMessageContaining("one too many");
    }

    private static Cases.Written numbered(int number) {
        return new Cases.Written("Case " + number, URGENT, Map.of("priority", 10));
    }

    @Test
    void askWhatSomebodyTypedAsTheDeskDoes() {
        cases.add(
                TableName.ROUTING,
                new Cases.Written("Shouted", Map.of("text", "C'EST ÜRGENT"), Map.of("priority", 10)),
                NADIA);

        assertThat(run(TableName.ROUTING.packaged())).singleElement().returns(true, CaseOutcome::passed);
    }

    @Test
    void failWhereTheTableCannotBeEvaluated() {
        cases.add(TableName.ROUTING, new Cases.Written("Urgent", URGENT, Map.of("priority", 10)), NADIA);

        var outcomes = run(TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "assert(?, false)"), "null", "null", "null", "null", "10")
                .dmn());

        assertThat(outcomes).singleElement().returns(false, CaseOutcome::passed);
        assertThat(outcomes.getFirst().failure()).isNotBlank();
    }

    @Test
    void failWhereTheTableDoesNotAskForWhatTheyGive() {
        cases.add(
                TableName.ROUTING,
                new Cases.Written("By its heading", Map.of("Kind", "comment"), Map.of("priority", 0)),
                NADIA);

        var outcomes = run(TableName.ROUTING.packaged().replace("label=\"Kind\"", "label=\"Sorte\""));

        assertThat(outcomes)
                .singleElement()
                .returns(false, CaseOutcome::passed)
                .returns("By its heading", CaseOutcome::name);
        assertThat(outcomes.getFirst().failure()).contains("Kind");
    }

    @Test
    void areChangedAndRemoved() {
        var written = cases.add(TableName.ROUTING, new Cases.Written("One", URGENT, Map.of("priority", 1)), NADIA);

        var _ = cases.change(
                TableName.ROUTING, written.id(), new Cases.Written(" Ten ", URGENT, Map.of("priority", 10)), NADIA);

        assertThat(run(TableName.ROUTING.packaged())).singleElement().returns(true, CaseOutcome::passed);
        assertThat(cases.all(TableName.ROUTING)).extracting(TestCase::name).containsExactly("Ten");
        assertThat(cases.all(TableName.LISTENING)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> cases.change(
                        TableName.LISTENING,
                        written.id(),
                        new Cases.Written("x", Map.of(), Map.of("listen", true)),
                        NADIA));

        cases.remove(TableName.ROUTING, written.id());
        assertThat(cases.all(TableName.ROUTING)).isEmpty();
    }

    @Test
    void areRefusedWhereTheyNameWhatTheTableHasNot() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> cases.add(
                        TableName.ROUTING, new Cases.Written("x", Map.of("weather", 1), Map.of("priority", 1)), NADIA));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        cases.add(TableName.ROUTING, new Cases.Written("x", URGENT, Map.of("mood", "fine")), NADIA));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> cases.add(TableName.ROUTING, new Cases.Written("x", URGENT, Map.of()), NADIA));
    }

    @Test
    void keepATableThatFailsThemFromBeingDeployed() {
        cases.add(TableName.ROUTING, new Cases.Written("Wishful", URGENT, Map.of("priority", 11)), NADIA);

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> gate.demand(TableName.ROUTING, TableName.ROUTING.packaged(), true))
                .satisfies(refusal -> {
                    assertThat(refusal.getStatusCode().value()).isEqualTo(422);
                    assertThat(properties(refusal)).containsEntry("code", ProofGate.Reason.CASES_FAIL);
                    assertThat((List<?>) properties(refusal).get("outcomes")).hasSize(1);
                });
    }

    @Test
    void letATablePassThatNothingIsWrongWith() {
        cases.add(TableName.ROUTING, new Cases.Written("Urgent", URGENT, Map.of("priority", 10)), NADIA);

        assertThatCode(() -> gate.demand(TableName.ROUTING, TableName.ROUTING.packaged(), false))
                .doesNotThrowAnyException();
    }

    @Test
    void refuseATableWithErrorsWhateverIsAcknowledged() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "order"), "null", "null", "null", "null", "1")
                .dmn();

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> gate.demand(TableName.ROUTING, dmn, true))
                .satisfies(refusal -> {
                    assertThat(properties(refusal)).containsEntry("code", ProofGate.Reason.TABLE_HAS_ERRORS);
                    assertThat((List<?>) properties(refusal).get("findings")).hasSize(1);
                });
    }

    @Test
    void demandThatWarningsAreSeen() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), "null", "null", "null", "null", "1")
                .row(Map.of("kind", "\"comment\""), "null", "null", "null", "null", "2")
                .dmn();

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> gate.demand(TableName.ROUTING, dmn, false))
                .satisfies(refusal -> assertThat(properties(refusal))
                        .containsEntry("code", ProofGate.Reason.WARNINGS_NOT_ACKNOWLEDGED));
        assertThatCode(() -> gate.demand(TableName.ROUTING, dmn, true)).doesNotThrowAnyException();
    }

    private static Map<String, Object> properties(ErrorResponseException refusal) {
        return Objects.requireNonNull(refusal.getBody().getProperties());
    }

    private List<CaseOutcome> run(String dmn) {
        return cases.run(TableName.ROUTING, TrialTests.subject(dmn));
    }
}
