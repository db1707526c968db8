package dev.pupitre.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import dev.pupitre.kernel.PageId;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something that is wrong with a Page, beside what holds it; of each kind at most one.
 *
 * @param reason in plain words; of several of a kind all
 */
public record PageTrouble(PageId page, String name, Kind kind, String reason) {
    /** What it is. */
    public enum Kind {
        /** Its token is dead. */
        TOKEN_INVALID,
        /** Its token, or the leave to use its data, ends soon. */
        TOKEN_EXPIRING,
        /** Not everything may be done for it any more. */
        PERMISSION_MISSING,
        /** Meta does not tell of all that happens to it. */
        FIELDS_MISSING,
        /** Meta could not be asked about it. */
        UNREACHABLE
    }

    static List<PageTrouble> of(StoredPage page, Diagnosis diagnosis) {
        var reasons = diagnosis.problems().stream()
                .filter(problem -> kind(problem).isPresent() && !isSaidByTheHold(page, diagnosis, problem))
                .collect(groupingBy(
                        problem -> kind(problem).orElseThrow(),
                        TreeMap::new,
                        mapping(PageProblem::reason, joining("; "))));
        return reasons.entrySet().stream()
                .map(one -> new PageTrouble(page.id(), page.name(), one.getKey(), one.getValue()))
                .toList();
    }

    private static Optional<Kind> kind(PageProblem problem) {
        return switch (problem.kind()) {
            case TOKEN_INVALID -> Optional.of(Kind.TOKEN_INVALID);
            case TOKEN_EXPIRING -> Optional.of(Kind.TOKEN_EXPIRING);
            case PERMISSION_MISSING -> Optional.of(Kind.PERMISSION_MISSING);
            case FIELDS_MISSING -> Optional.of(Kind.FIELDS_MISSING);
            case UNREACHABLE -> Optional.of(Kind.UNREACHABLE);
            case HELD, RESTRICTED -> Optional.empty();
        };
    }

    /** What a Page is held for is told as such. */
    private static boolean isSaidByTheHold(StoredPage page, Diagnosis diagnosis, PageProblem problem) {
        return diagnosis.state() == Diagnosis.State.HELD
                && page.hold() != null
                && page.hold().reason().equals(problem.reason());
    }
}
