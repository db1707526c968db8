package dev.pupitre.rules;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A user has a backtest running already; answered 409, with which. */
final class BacktestRunning extends ErrorResponseException {
    /** Why; the screens have words for it. */
    enum Reason {
        BACKTEST_RUNNING
    }

    BacktestRunning(Backtest running) {
        super(HttpStatus.CONFLICT, problem(running), null);
    }

    private static ProblemDetail problem(Backtest running) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT,
                "Expected no other backtest of yours, but %s of %s is running"
                        .formatted(running.id(), running.table()));
        problem.setProperty("code", Reason.BACKTEST_RUNNING);
        problem.setProperty("backtest", running.id());
        problem.setProperty("table", running.table());
        return problem;
    }
}
