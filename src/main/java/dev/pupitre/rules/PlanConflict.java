package dev.pupitre.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a planned deployment, or the rule that somebody else approves, does not allow; answered 403 or 409. */
final class PlanConflict extends ErrorResponseException {
    /** Why; the screens have words for each. */
    enum Reason {
        APPROVAL_NEEDED,
        OWN_CHANGE,
        ALREADY_PLANNED,
        NOT_PENDING,
        TOO_LATE
    }

    private PlanConflict(HttpStatus status, Reason reason, String detail, Map<String, Object> more) {
        super(status, problem(status, reason, detail, more), null);
    }

    private static ProblemDetail problem(HttpStatus status, Reason reason, String detail, Map<String, Object> more) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", reason);
        more.forEach(problem::setProperty);
        return problem;
    }

    static PlanConflict approvalNeeded() {
        return new PlanConflict(
                HttpStatus.CONFLICT,
                Reason.APPROVAL_NEEDED,
                "Expected a planned deployment that somebody else approves, but this would take effect at once",
                Map.of());
    }

    /** It was planned before the settings wanted it. */
    static PlanConflict neverApproved() {
        return new PlanConflict(
                HttpStatus.CONFLICT,
                Reason.APPROVAL_NEEDED,
                "Expected a change that somebody else has approved, as is needed by now, but nobody has",
                Map.of());
    }

    static PlanConflict own() {
        return new PlanConflict(
                HttpStatus.FORBIDDEN,
                Reason.OWN_CHANGE,
                "Expected the approval of somebody else, but this change is your own",
                Map.of());
    }

    /** @param other null where it has just come to an end */
    static PlanConflict already(@Nullable PlannedDeployment other) {
        if (other == null) {
            return new PlanConflict(
                    HttpStatus.CONFLICT,
                    Reason.ALREADY_PLANNED,
                    "Expected a change that is not planned yet, but it was until this moment: try again",
                    Map.of());
        }
        return new PlanConflict(
                HttpStatus.CONFLICT,
                Reason.ALREADY_PLANNED,
                "Expected a change that is not planned yet, but %s planned it at %s"
                        .formatted(other.author().name(), other.askedAt()),
                Map.of("by", other.author(), "at", other.askedAt()));
    }

    static PlanConflict notPending(PlannedDeployment plan) {
        return new PlanConflict(
                HttpStatus.CONFLICT,
                Reason.NOT_PENDING,
                "Expected a change that waits for approval, but it is " + plan.state(),
                Map.of("state", plan.state()));
    }

    static PlanConflict tooLate(PlannedDeployment plan) {
        return new PlanConflict(
                HttpStatus.CONFLICT,
                Reason.TOO_LATE,
                "Expected a change that waits, but it is " + plan.state(),
                Map.of("state", plan.state()));
    }
}
