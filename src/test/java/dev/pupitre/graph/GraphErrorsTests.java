package dev.pupitre.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.graph.GraphFailure.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphErrorsTests {
    @ParameterizedTest
    @CsvSource({
        "1, , TRANSIENT",
        "1, 99, TRANSIENT",
        "2, , TRANSIENT",
        "1200, , TRANSIENT",
        "2, 2018344, REJECTED",
        "4, , TRANSIENT",
        "4, 2018022, TRANSIENT",
        "4, 2018354, REJECTED",
        "17, , TRANSIENT",
        "32, , TRANSIENT",
        "613, 1893016, TRANSIENT",
        "80001, , TRANSIENT",
        "80006, , TRANSIENT",
        "9, 2018352, REJECTED",
        "10, 2018278, WINDOW",
        "10, 2018065, WINDOW",
        "10, 2534022, WINDOW",
        "10, 2018108, RECIPIENT",
        "10, 1893063, PAGE_RESTRICTED",
        "10, 2018300, ELSEWHERE",
        "10, , PERMISSION",
        "200, , PERMISSION",
        "200, 2534041, PERMISSION",
        "230, , PERMISSION",
        "200, 1545041, RECIPIENT",
        "551, , RECIPIENT",
        "551, 1545041, RECIPIENT",
        "100, , REJECTED",
        "100, 1893061, REJECTED",
        "100, 2018001, RECIPIENT",
        "100, 33, RECIPIENT",
        "100, 2018109, REJECTED",
        "100, 2018034, REJECTED",
        "100, 2018164, ELSEWHERE",
        "100, 2018074, ATTACHMENT_GONE",
        "100, 2018008, ATTACHMENT_GONE",
        "100, 2018047, ATTACHMENT_GONE",
        "100, 2018294, REJECTED",
        "10900, , ANSWERED_BEFORE",
        "10903, , RECIPIENT",
        "100, 2534029, PAGE_RESTRICTED",
        "190, , TOKEN",
        "190, 458, TOKEN",
        "190, 460, TOKEN",
        "190, 463, TOKEN",
        "190, 492, TOKEN",
        "190, 2069032, TOKEN",
        "368, , PAGE_RESTRICTED",
        "9000001, , REJECTED",
        "123456, , REJECTED"
    })
    void tellsTheKindByCodeAndSubcode(int code, @Nullable Integer subcode, Kind kind) {
        var meaning = GraphErrors.of(code, subcode, false);

        assertThat(meaning.kind()).isEqualTo(kind);
        assertThat(meaning.reason().sentence()).isNotBlank().doesNotContainPattern("[0-9]{3}");
    }

    @Test
    void believesMetaThatAnUnknownErrorPasses() {
        assertThat(GraphErrors.of(123456, null, true).kind()).isEqualTo(Kind.TRANSIENT);
        assertThat(GraphErrors.of(190, 463, true).kind()).isEqualTo(Kind.TOKEN);
    }
}
