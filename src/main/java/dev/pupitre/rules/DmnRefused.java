package dev.pupitre.rules;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A file that cannot be taken for the table, with the reason and the line where it shows; answered 422. */
final class DmnRefused extends ErrorResponseException {
    /** Why; the screens have words for each. */
    enum Reason {
        TOO_LARGE,
        NOT_XML,
        DOCTYPE,
        ENCODING,
        NOT_DMN,
        MODEL_ID,
        SEVERAL_DECISIONS,
        NO_DECISION,
        OTHER_DECISION,
        NO_TABLE,
        UNSUPPORTED_ELEMENT,
        UNSUPPORTED_LANGUAGE,
        HIT_POLICY,
        OTHER_INPUTS,
        OTHER_OUTPUTS,
        CELLS,
        ROW_ID,
        /** The engine's own reading of the file fails, mostly at a cell. */
        NOT_READABLE
    }

    private final Reason reason;
    private final @Nullable Integer line;

    DmnRefused(Reason reason, @Nullable Integer line, String detail) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, problem(reason, line, detail), null);
        this.reason = reason;
        this.line = line;
    }

    private static ProblemDetail problem(Reason reason, @Nullable Integer line, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setProperty("code", reason);
        if (line != null) {
            problem.setProperty("line", line);
        }
        return problem;
    }

    Reason reason() {
        return reason;
    }

    @Nullable
    Integer line() {
        return line;
    }
}
