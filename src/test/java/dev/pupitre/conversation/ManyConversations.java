package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A store full of conversations, as long as real ones: a tenth waits, a tenth is in hands, the others are over. */
public final class ManyConversations {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int AT_ONCE = 1_000;
    private static final int MESSAGES = 8;
    private static final int EACH_AGENT_HAS = 10;

    private final MongoTemplate mongo;

    public ManyConversations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** So many that are over, for as long as something is done with them. */
    public void whileThereAre(int over, Runnable something) {
        var ids = IntStream.range(0, over).mapToObj(number -> "over" + number).toList();
        try {
            mongo.getCollection(Recordings.COLLECTION)
                    .insertMany(IntStream.range(0, over)
                            .mapToObj(number -> sample(number)
                                    .append("_id", ids.get(number))
                                    .append("state", "CLOSED")
                                    .append("lastActivityAt", Date.from(START.minusSeconds(number))))
                            .toList());
            something.run();
        } finally {
            mongo.getCollection(Recordings.COLLECTION).deleteMany(new Document("_id", new Document("$in", ids)));
        }
    }

    void fill(int count) {
        for (int from = 0; from < count; from += AT_ONCE) {
            var live = new ArrayList<Document>();
            var over = new ArrayList<Document>();
            for (int number = from; number < Math.min(count, from + AT_ONCE); number++) {
                var document = number(number);
                ("CLOSED".equals(document.getString("state")) ? over : live).add(document);
            }
            mongo.getCollection(LiveConversations.COLLECTION).insertMany(live);
            mongo.getCollection(Recordings.COLLECTION).insertMany(over);
        }
    }

    /** In no order that its time would have. */
    private Document number(int number) {
        var at = Date.from(START.plusSeconds((number * 7_919L) % 10_000_000));
        var document = sample(number);
        document.put("openedAt", at);
        document.put("lastActivityAt", at);
        switch (number % 10) {
            case 0 ->
                document.append("state", "WAITING")
                        .append("priority", number / 10 % 3)
                        .append("course", new Document("team", "team-" + number / 1_000));
            case 1 -> {
                var agent = "agent-" + number / 10 / EACH_AGENT_HAS;
                document.append("state", "ASSIGNED")
                        .append("assignee", new Document("_id", agent).append("name", agent));
            }
            default ->
                document.append("state", "CLOSED")
                        .append("_id", "c" + number)
                        .append("tags", List.of("tag-" + number % 20));
        }
        return document;
    }

    private Document sample(int number) {
        var thread = "m:100:" + number;
        var customer = new Party("customer-" + number, "Camille Dubois " + number);
        var conversation = StoredConversation.opened(
                thread,
                new ConversationId("c" + number),
                new Party("100", "Café"),
                customer,
                null,
                Origin.MESSENGER,
                Window.CLOSED,
                messages(number, customer),
                List.of(),
                START);
        var document = new Document();
        mongo.getConverter().write(conversation, document);
        return document;
    }

    private static List<StoredMessage> messages(int number, Party customer) {
        return IntStream.range(0, MESSAGES)
                .mapToObj(index -> StoredMessage.received(
                        new MessageId("m" + number + "-" + index),
                        "mid-" + number + "-" + index,
                        Author.customer(customer),
                        "Message " + index + " of conversation " + number + ", about as long as what people write.",
                        START,
                        StoredMessage.Extras.NONE))
                .toList();
    }
}
