package dev.pupitre.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;

/** What a node reads that a later version of Pupitre has written, as in a rolling upgrade. */
class GrowingTests {
    private static final String COLLECTION = "lines";

    enum Kind implements Growing {
        JOINED,
        LEFT,
        UNKNOWN
    }

    enum Fixed {
        YES
    }

    record Line(Kind kind, String words) {}

    record Log(@Id String id, List<Line> lines) {}

    record Strict(@Id String id, Fixed fixed) {}

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isReadAsUnknownWithAllThatIsBesideIt() {
        insert(new Document("_id", "1")
                .append("lines", List.of(line("JOINED", "Ada"), line("FLEW_AWAY", "a pigeon"), line("LEFT", "Ada"))));

        assertThat(database.template().findById("1", Log.class, COLLECTION))
                .isEqualTo(new Log(
                        "1",
                        List.of(
                                new Line(Kind.JOINED, "Ada"),
                                new Line(Kind.UNKNOWN, "a pigeon"),
                                new Line(Kind.LEFT, "Ada"))));
    }

    @Test
    void isWrittenByItsName() {
        var log = new Log("2", List.of(new Line(Kind.LEFT, "Ada")));

        database.template().insert(log, COLLECTION);

        assertThat(database.template().count(query(where("lines.kind").is("LEFT")), COLLECTION))
                .isEqualTo(1);
        assertThat(database.template().findById("2", Log.class, COLLECTION)).isEqualTo(log);
    }

    @Test
    void isRefusedWhereNothingIsExpectedToGrow() {
        insert(new Document("_id", "3").append("fixed", "MAYBE"));

        assertThatThrownBy(() -> database.template().findById("3", Strict.class, COLLECTION))
                .hasMessageContaining("MAYBE");
    }

    private static Document line(String kind, String words) {
        return new Document("kind", kind).append("words", words);
    }

    private void insert(Document document) {
        database.template().insert(document, COLLECTION);
    }
}
