package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.JsonNode;

/** Compares what the desk is told in the end with what has to be there, each thing exactly once. */
final class SoakCheck {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final SoakExpected expected;
    private final DeskAgent alice;
    private final MongoTemplate mongo;

    SoakCheck(SoakExpected expected, DeskAgent alice, MongoTemplate mongo) {
        this.expected = expected;
        this.alice = alice;
        this.mongo = mongo;
    }

    void awaitEmptyInbox() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(mongo.getCollection("inbox").countDocuments())
                        .as("events not yet brought into conversations")
                        .isZero());
    }

    void exactly(int answers) {
        awaitFetchedFiles();
        var found = new SoakFound();
        var conversations = ours();
        conversations.forEach(conversation -> found.add(conversation, alice.messages(idOf(conversation))));
        assertThat(found.privately).as("messages of each customer").isEqualTo(sorted(expected.mids));
        assertThat(found.publicly)
                .as("comments, mentions and recommendations of each conversation")
                .isEqualTo(byFirst(expected.walls));
        assertThat(conversations).as("conversations").hasSize(expected.mids.size() + expected.walls.size());
        assertThat(found.reacted).as("signs of customers").isEqualTo(expected.reacted);
        assertThat(found.rated).as("what recommendations say").isEqualTo(expected.rated);
        assertThat(found.edited).as("edited texts").isEqualTo(expected.edited);
        assertThat(found.removed).as("what was taken back").isEqualTo(expected.removed);
        assertThat(found.hidden).as("hidden comments").isEqualTo(expected.hidden);
        assertThat(found.lines).as("lines about what happened").isEqualTo(expected.lines);
        assertThat(found.answers).as("answers").isEqualTo(answers);
        assertThat(found.files.keySet()).as("messages with a file").isEqualTo(expected.files);
        assertThat(mongo.count(Query.query(Criteria.where("_id").in(found.files.values())), "fs.files"))
                .as("fetched files")
                .isEqualTo(expected.files.size());
        var ofThisRun = Criteria.where("kind").is("novelty").and("json").regex("\"run\":\"" + expected.run + "\"");
        assertThat(mongo.count(Query.query(ofThisRun), "unrecognised"))
                .as("kept events of unknown kinds")
                .isEqualTo(expected.unknown);
    }

    private void awaitFetchedFiles() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mongo.getCollection("fetches").countDocuments())
                        .as("messages whose files are still to be fetched")
                        .isZero());
    }

    /** The conversations of this run; the list may change while it is read page by page. */
    List<JsonNode> ours() {
        var ours = new TreeMap<String, JsonNode>();
        for (int page = 0; ; page++) {
            var items = alice.list("size=200&page=" + page);
            items.stream().filter(this::isOurs).forEach(conversation -> ours.put(idOf(conversation), conversation));
            if (items.size() < 200) {
                return List.copyOf(ours.values());
            }
        }
    }

    private boolean isOurs(JsonNode conversation) {
        var customer = customerOf(conversation);
        var post = conversation.at("/post/id").asString("");
        return expected.mids.containsKey(customer)
                || post.equals(expected.post())
                || post.startsWith(expected.elsewhere())
                || customer.startsWith("7" + expected.run);
    }

    static String customerOf(JsonNode conversation) {
        return conversation.at("/customer/id").asString();
    }

    static String idOf(JsonNode conversation) {
        return conversation.get("id").asString();
    }

    private static Map<String, List<String>> byFirst(Map<String, List<String>> expected) {
        var sorted = new TreeMap<String, List<String>>();
        sorted(expected).values().forEach(ids -> sorted.put(ids.getFirst(), ids));
        return sorted;
    }

    private static Map<String, List<String>> sorted(Map<String, List<String>> expected) {
        var sorted = new TreeMap<String, List<String>>();
        expected.forEach((key, ids) -> sorted.put(key, ids.stream().sorted().toList()));
        return sorted;
    }
}
