package dev.pupitre.graph;

import static dev.pupitre.graph.GraphFailure.Kind.ANSWERED_BEFORE;
import static dev.pupitre.graph.GraphFailure.Kind.ATTACHMENT_GONE;
import static dev.pupitre.graph.GraphFailure.Kind.ELSEWHERE;
import static dev.pupitre.graph.GraphFailure.Kind.PAGE_RESTRICTED;
import static dev.pupitre.graph.GraphFailure.Kind.PERMISSION;
import static dev.pupitre.graph.GraphFailure.Kind.RECIPIENT;
import static dev.pupitre.graph.GraphFailure.Kind.REJECTED;
import static dev.pupitre.graph.GraphFailure.Kind.TOKEN;
import static dev.pupitre.graph.GraphFailure.Kind.TRANSIENT;
import static dev.pupitre.graph.GraphFailure.Kind.WINDOW;
import static dev.pupitre.graph.GraphReason.ANSWERED_ELSEWHERE;
import static dev.pupitre.graph.GraphReason.ANSWERED_PRIVATELY;
import static dev.pupitre.graph.GraphReason.COMMENT_NOT_ANSWERABLE;
import static dev.pupitre.graph.GraphReason.CUSTOMER_UNKNOWN;
import static dev.pupitre.graph.GraphReason.CUSTOMER_UNREACHABLE;
import static dev.pupitre.graph.GraphReason.EMPTY_MESSAGE;
import static dev.pupitre.graph.GraphReason.FACEBOOK_BUSY;
import static dev.pupitre.graph.GraphReason.FILE_NOT_TAKEN;
import static dev.pupitre.graph.GraphReason.FILE_TOO_LARGE;
import static dev.pupitre.graph.GraphReason.FILE_UNUSABLE;
import static dev.pupitre.graph.GraphReason.INBOX_TERMS;
import static dev.pupitre.graph.GraphReason.KIND_RETIRED;
import static dev.pupitre.graph.GraphReason.NOT_ALLOWED;
import static dev.pupitre.graph.GraphReason.OUTSIDE_WINDOW;
import static dev.pupitre.graph.GraphReason.TOKEN_DEAD;
import static dev.pupitre.graph.GraphReason.TOO_OFTEN;

import dev.pupitre.graph.GraphFailure.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of a Graph error mean: the first row that fits counts.
 *
 * <p>A Graph error is the application's own word that it did not do what was asked, so even the "unknown error" (code
 * 1) may be tried again, as Meta's documentation says.
 */
final class GraphErrors {
    /** What became of the call, and what an agent reads about it. */
    record Meaning(Kind kind, GraphReason reason) {}

    private record Row(Set<Integer> codes, Set<Integer> subcodes, Meaning meaning) {
        boolean fits(int code, @Nullable Integer subcode) {
            return codes.contains(code) && (subcodes.isEmpty() || (subcode != null && subcodes.contains(subcode)));
        }
    }

    private static final List<Row> ROWS = List.of(
            row(codes(2), subcodes(2018344), REJECTED, INBOX_TERMS),
            row(codes(4), subcodes(2018354), REJECTED, TOO_OFTEN),
            row(codes(9), subcodes(2018352), REJECTED, TOO_OFTEN),
            row(codes(10), subcodes(2018278, 2018065, 2534022), WINDOW, OUTSIDE_WINDOW),
            row(codes(10), subcodes(2018108), RECIPIENT, CUSTOMER_UNREACHABLE),
            row(codes(10), subcodes(1893063), PAGE_RESTRICTED, GraphReason.PAGE_RESTRICTED),
            row(codes(100), subcodes(2018001, 33), RECIPIENT, CUSTOMER_UNKNOWN),
            row(codes(100), subcodes(2534029), PAGE_RESTRICTED, GraphReason.PAGE_RESTRICTED),
            row(codes(100), subcodes(1893061), REJECTED, KIND_RETIRED),
            row(codes(100), subcodes(2018074, 2018008, 2018047), ATTACHMENT_GONE, FILE_UNUSABLE),
            row(codes(100), subcodes(2018109), REJECTED, FILE_TOO_LARGE),
            row(codes(100), subcodes(2018294), REJECTED, FILE_NOT_TAKEN),
            row(codes(10900), anySubcode(), ANSWERED_BEFORE, ANSWERED_PRIVATELY),
            row(codes(10901, 10902, 10903), anySubcode(), RECIPIENT, COMMENT_NOT_ANSWERABLE),
            row(codes(10), subcodes(2018300), ELSEWHERE, ANSWERED_ELSEWHERE),
            row(codes(100), subcodes(2018164), ELSEWHERE, ANSWERED_ELSEWHERE),
            row(codes(100), subcodes(2018034), REJECTED, EMPTY_MESSAGE),
            row(codes(100, 200, 551), subcodes(1545041, 2018108), RECIPIENT, CUSTOMER_UNREACHABLE),
            row(codes(1, 2, 1200), anySubcode(), TRANSIENT, FACEBOOK_BUSY),
            row(codes(4, 17, 32, 613), anySubcode(), TRANSIENT, FACEBOOK_BUSY),
            row(codes(80001, 80002, 80003, 80004, 80005, 80006), anySubcode(), TRANSIENT, FACEBOOK_BUSY),
            row(codes(190, 102), anySubcode(), TOKEN, TOKEN_DEAD),
            row(codes(3, 10, 200, 230), anySubcode(), PERMISSION, NOT_ALLOWED),
            row(codes(368), anySubcode(), PAGE_RESTRICTED, GraphReason.PAGE_RESTRICTED),
            row(codes(551), anySubcode(), RECIPIENT, CUSTOMER_UNREACHABLE));

    private static final Meaning PASSING = new Meaning(TRANSIENT, FACEBOOK_BUSY);
    private static final Meaning REFUSED = new Meaning(REJECTED, GraphReason.REFUSED);

    private GraphErrors() {}

    static Meaning of(int code, @Nullable Integer subcode, boolean markedTransient) {
        return ROWS.stream()
                .filter(row -> row.fits(code, subcode))
                .findFirst()
                .map(Row::meaning)
                .orElse(markedTransient ? PASSING : REFUSED);
    }

    private static Row row(Set<Integer> codes, Set<Integer> subcodes, Kind kind, GraphReason reason) {
        return new Row(codes, subcodes, new Meaning(kind, reason));
    }

    private static Set<Integer> codes(Integer... codes) {
        return Arrays.stream(codes).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Integer> subcodes(Integer... subcodes) {
        return codes(subcodes);
    }

    private static Set<Integer> anySubcode() {
        return Set.of();
    }
}
