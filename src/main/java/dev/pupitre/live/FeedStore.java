package dev.pupitre.live;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/** Where nodes leave their changes for each other. */
@Component
class FeedStore {
    /**
     * A node that is there.
     *
     * @param beat changes as long as the node lives
     * @param batch the number of its latest batch
     * @param readers the nodes it writes for, each with the number of the last batch that was not written for it
     */
    @Document("nodes")
    record Node(@Id String id, long beat, long batch, Map<String, Long> readers) {}

    /** Changes of a node, numbered without gaps unless some were lost. */
    @Document("feed")
    record Batch(@Id String id, String node, long number, List<Change> changes) {
        static Batch of(String node, long number, List<Change> changes) {
            return new Batch(key(node, number), node, number, changes);
        }

        private static String key(String node, long number) {
            return node + ':' + number;
        }
    }

    private final MongoTemplate mongo;

    FeedStore(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    List<Node> nodes() {
        return mongo.findAll(Node.class);
    }

    void save(Node node) {
        mongo.save(node);
    }

    void removeNode(String node) {
        mongo.remove(query(where("_id").is(node)), Node.class);
    }

    void insert(Batch batch) {
        mongo.insert(batch);
    }

    /** The batches that are there of those next to come after the given numbers, in order. */
    List<Batch> after(Map<String, Long> numbers, int ahead) {
        var keys = numbers.entrySet().stream()
                .flatMap(node -> LongStream.rangeClosed(1, ahead)
                        .mapToObj(step -> Batch.key(node.getKey(), node.getValue() + step)))
                .toList();
        return mongo.find(query(where("_id").in(keys)), Batch.class).stream()
                .sorted(Comparator.comparing(Batch::node).thenComparingLong(Batch::number))
                .toList();
    }

    void removeBatches(String node, Collection<Long> numbers) {
        var keys = numbers.stream().map(number -> Batch.key(node, number)).toList();
        mongo.remove(query(where("_id").in(keys)), Batch.class);
    }

    /** What a node left behind that is gone. */
    void removeBatches(String node) {
        mongo.remove(query(where("_id").gte(node + ':').lt(node + ';')), Batch.class);
    }
}
