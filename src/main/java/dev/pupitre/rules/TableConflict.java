package dev.pupitre.rules;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Somebody else was faster, or nothing is to be done; answered 409, with who and when. */
final class TableConflict extends ErrorResponseException {
    /** Why; the screens have words for each. */
    enum Reason {
        DRAFT_CHANGED,
        VERSION_CHANGED,
        DEPLOYMENT_UNDER_WAY,
        NOTHING_CHANGED
    }

    private TableConflict(Reason reason, String detail, Map<String, Object> more) {
        super(HttpStatus.CONFLICT, problem(reason, detail, more), null);
    }

    private static ProblemDetail problem(Reason reason, String detail, Map<String, Object> more) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, detail);
        problem.setProperty("code", reason);
        more.forEach(problem::setProperty);
        return problem;
    }

    static TableConflict changed(Draft draft, long seen) {
        var more = by(draft.author(), draft.at());
        more.put("revision", draft.revision());
        return new TableConflict(
                Reason.DRAFT_CHANGED,
                "Expected revision %d of the draft, but %s saved revision %d at %s"
                        .formatted(seen, draft.author().name(), draft.revision(), draft.at()),
                more);
    }

    static TableConflict newer(TableVersion current, int seen) {
        var more = by(current.author(), current.at());
        more.put("version", current.number());
        return new TableConflict(
                Reason.VERSION_CHANGED,
                "Expected version %d to be the current one, but %s deployed version %d at %s"
                        .formatted(seen, name(current.author()), current.number(), current.at()),
                more);
    }

    static TableConflict underWay(TableVersion other) {
        return new TableConflict(
                Reason.DEPLOYMENT_UNDER_WAY,
                "Expected nobody else to deploy this table, but %s does since %s"
                        .formatted(name(other.author()), other.at()),
                by(other.author(), other.at()));
    }

    static TableConflict same(TableVersion current) {
        var more = by(current.author(), current.at());
        more.put("version", current.number());
        return new TableConflict(
                Reason.NOTHING_CHANGED,
                "Expected a table that differs from version %d, but it is the same".formatted(current.number()),
                more);
    }

    private static Map<String, Object> by(@Nullable Person author, Instant at) {
        var more = new TreeMap<String, Object>();
        if (author != null) {
            more.put("by", author);
        }
        more.put("at", at);
        return more;
    }

    private static String name(@Nullable Person author) {
        return author == null ? "Pupitre" : author.name();
    }
}
