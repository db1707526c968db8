package dev.pupitre.rules;

import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.engine.TableRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The engine has not taken a table; nothing has changed, and it may be tried again. */
final class EngineProblem extends ErrorResponseException {
    /** Why; the screens have words for each. */
    enum Reason {
        ENGINE_REFUSED,
        ENGINE_UNAVAILABLE
    }

    private EngineProblem(HttpStatus status, Reason reason, String detail, @Nullable Throwable cause) {
        super(status, problem(status, reason, detail), cause);
    }

    private static ProblemDetail problem(HttpStatus status, Reason reason, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", reason);
        return problem;
    }

    static EngineProblem refused(TableRefused refusal) {
        return new EngineProblem(
                HttpStatus.BAD_GATEWAY,
                Reason.ENGINE_REFUSED,
                "Expected the engine to take the table, but it says: " + refusal.getMessage(),
                refusal);
    }

    static EngineProblem unavailable(EngineUnavailable away) {
        return new EngineProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                Reason.ENGINE_UNAVAILABLE,
                "The engine does not answer: nothing is deployed; try again in a moment",
                away);
    }

    static EngineProblem neverAnswered() {
        return new EngineProblem(
                HttpStatus.SERVICE_UNAVAILABLE,
                Reason.ENGINE_UNAVAILABLE,
                "The engine has not answered since the first start: there is no version yet; try again in a moment",
                null);
    }
}
