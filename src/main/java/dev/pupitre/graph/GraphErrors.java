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
    record Meaning(Kind kind, String reason) {}

    private record Row(Set<Integer> codes, Set<Integer> subcodes, Meaning meaning) {
        boolean fits(int code, @Nullable Integer subcode) {
            return codes.contains(code) && (subcodes.isEmpty() || (subcode != null && subcodes.contains(subcode)));
        }
    }

    private static final String UNREACHABLE_CUSTOMER = "The customer cannot be reached on Messenger";
    private static final String OUTSIDE_WINDOW = "More than 24 hours have passed since the customer last wrote";
    private static final String DEAD_TOKEN =
            "Facebook no longer accepts the Page's access: the Page has to be connected again";
    private static final String MISSING_PERMISSION = "Facebook does not allow Pupitre to write for this Page";
    private static final String RESTRICTED = "Facebook does not let the Page send messages for a while";
    private static final String BUSY = "Facebook is busy or takes no more messages for a moment";
    private static final String ANOTHER_APP = "Another application answers this customer at the moment";
    private static final String TOO_OFTEN = "Facebook takes no further message of this kind for the customer now";

    private static final List<Row> ROWS = List.of(
            row(codes(2), subcodes(2018344), REJECTED, "The Page's administrator has to accept Facebook's inbox terms"),
            row(codes(4), subcodes(2018354), REJECTED, TOO_OFTEN),
            row(codes(9), subcodes(2018352), REJECTED, TOO_OFTEN),
            row(codes(10), subcodes(2018278, 2018065, 2534022), WINDOW, OUTSIDE_WINDOW),
            row(codes(10), subcodes(2018108), RECIPIENT, UNREACHABLE_CUSTOMER),
            row(codes(10), subcodes(1893063), PAGE_RESTRICTED, RESTRICTED),
            row(codes(100), subcodes(2018001, 33), RECIPIENT, "Facebook does not know this customer"),
            row(codes(100), subcodes(2534029), PAGE_RESTRICTED, RESTRICTED),
            row(codes(100), subcodes(1893061), REJECTED, "Facebook no longer accepts this kind of message"),
            row(codes(100), subcodes(2018074, 2018008, 2018047), ATTACHMENT_GONE, "Facebook has no usable file"),
            row(codes(100), subcodes(2018109), REJECTED, "The file is too large for Facebook"),
            row(codes(100), subcodes(2018294), REJECTED, "Facebook could not take the file"),
            row(codes(10900), anySubcode(), ANSWERED_BEFORE, "The comment was answered privately before"),
            row(codes(10901, 10902, 10903), anySubcode(), RECIPIENT, "This comment cannot be answered privately"),
            row(codes(10), subcodes(2018300), ELSEWHERE, ANOTHER_APP),
            row(codes(100), subcodes(2018164), ELSEWHERE, ANOTHER_APP),
            row(codes(100), subcodes(2018034), REJECTED, "Facebook takes no empty message"),
            row(codes(100, 200, 551), subcodes(1545041, 2018108), RECIPIENT, UNREACHABLE_CUSTOMER),
            row(codes(1, 2, 1200), anySubcode(), TRANSIENT, BUSY),
            row(codes(4, 17, 32, 613), anySubcode(), TRANSIENT, BUSY),
            row(codes(80001, 80002, 80003, 80004, 80005, 80006), anySubcode(), TRANSIENT, BUSY),
            row(codes(190, 102), anySubcode(), TOKEN, DEAD_TOKEN),
            row(codes(3, 10, 200, 230), anySubcode(), PERMISSION, MISSING_PERMISSION),
            row(codes(368), anySubcode(), PAGE_RESTRICTED, RESTRICTED),
            row(codes(551), anySubcode(), RECIPIENT, UNREACHABLE_CUSTOMER));

    private static final Meaning PASSING = new Meaning(TRANSIENT, BUSY);
    private static final Meaning REFUSED = new Meaning(REJECTED, "Facebook refused the message");

    private GraphErrors() {}

    static Meaning of(int code, @Nullable Integer subcode, boolean markedTransient) {
        return ROWS.stream()
                .filter(row -> row.fits(code, subcode))
                .findFirst()
                .map(Row::meaning)
                .orElse(markedTransient ? PASSING : REFUSED);
    }

    private static Row row(Set<Integer> codes, Set<Integer> subcodes, Kind kind, String reason) {
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
