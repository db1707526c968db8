package dev.pupitre.rules;

import dev.pupitre.engine.TableCompiler;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Lets no table be deployed that has errors, fails a case, or has warnings that nobody has seen. */
@Component
class ProofGate implements DeployGate {
    /** Why; the screens have words for each. */
    enum Reason {
        TABLE_HAS_ERRORS,
        CASES_FAIL,
        WARNINGS_NOT_ACKNOWLEDGED
    }

    private final TableCheck check;
    private final Cases cases;
    private final TableCompiler compiler;

    ProofGate(TableCheck check, Cases cases, TableCompiler compiler) {
        this.check = check;
        this.cases = cases;
        this.compiler = compiler;
    }

    @Override
    public void demand(TableName table, String dmn, boolean acknowledged) {
        var findings = check.check(table, dmn);
        var errors = findings.stream().filter(Finding::isError).toList();
        if (!errors.isEmpty()) {
            throw refused(
                    Reason.TABLE_HAS_ERRORS,
                    "Expected a table without errors, but it has " + errors.size(),
                    Map.of("findings", findings));
        }
        var failing = failing(table, dmn);
        if (!failing.isEmpty()) {
            throw refused(
                    Reason.CASES_FAIL,
                    "Expected a table that passes its cases, but it fails " + failing.size(),
                    Map.of("findings", findings, "outcomes", failing));
        }
        if (!findings.isEmpty() && !acknowledged) {
            throw refused(
                    Reason.WARNINGS_NOT_ACKNOWLEDGED,
                    "Expected the warnings to be acknowledged, but they are not: there are " + findings.size(),
                    Map.of("findings", findings));
        }
    }

    private List<CaseOutcome> failing(TableName table, String dmn) {
        return cases.run(table, Subjects.read(compiler, table, dmn)).stream()
                .filter(outcome -> !outcome.passed())
                .toList();
    }

    private static ErrorResponseException refused(Reason code, String detail, Map<String, Object> properties) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("code", code);
        properties.forEach(problem::setProperty);
        return new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
    }
}
