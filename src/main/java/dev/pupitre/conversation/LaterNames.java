package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Growing;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The names that a later version gave to lines of a transcript, and that this one cannot write: see {@link Growing}. */
final class LaterNames {
    private static final String MESSAGES = "messages";

    private final MongoTemplate mongo;

    LaterNames(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    static boolean areIn(List<StoredMessage> messages) {
        return messages.stream()
                .map(message -> message.extras().happening())
                .anyMatch(happening -> happening != null && happening.type() == Happening.Type.UNKNOWN);
    }

    /** This copy of a live conversation with its messages as they are stored; empty where it has changed since. */
    Optional<Document> keptIn(StoredConversation copy) {
        var same = where("conversationId")
                .is(copy.conversationId().value())
                .and("version")
                .is(copy.version());
        return Optional.ofNullable(mongo.findOne(query(same), Document.class, LiveConversations.COLLECTION))
                .map(live -> {
                    var kept = new Document();
                    mongo.getConverter().write(copy, kept);
                    return kept.append(MESSAGES, live.get(MESSAGES));
                });
    }
}
