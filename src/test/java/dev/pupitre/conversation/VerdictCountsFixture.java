package dev.pupitre.conversation;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Counts of the messaging policy, for rooms that read them. */
public final class VerdictCountsFixture {
    private VerdictCountsFixture() {}

    /** In each hour that begins between these, each row of the first version has decided once. */
    public static VerdictCounts hourly(MongoTemplate mongo, Instant from, Instant to, int rows) {
        Map<String, Object> once = IntStream.rangeClosed(1, rows).boxed().collect(toMap(row -> "1:" + row, _ -> 1));
        var hours = Stream.iterate(from, hour -> hour.isBefore(to), hour -> hour.plus(Duration.ofHours(1)))
                .map(hour -> new Document("_id", Date.from(hour)).append("rows", new Document(once)))
                .toList();
        mongo.getCollection("verdictCounts").insertMany(hours);
        return new VerdictCounts(mongo);
    }
}
