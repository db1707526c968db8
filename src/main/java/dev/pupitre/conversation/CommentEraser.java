package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Erasure.Erased;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Empties a person's comments in conversations that other people began; their place in the order stays. */
@Component
class CommentEraser {
    private final MongoTemplate mongo;
    private final Files files;
    private final Announcements announcements;
    private final Clock clock;

    CommentEraser(MongoTemplate mongo, Files files, Announcements announcements, Clock clock) {
        this.mongo = mongo;
        this.files = files;
        this.announcements = announcements;
        this.clock = clock;
    }

    Erased empty(String customer, Instant until) {
        return emptyConversations(customer, until, LiveConversations.COLLECTION)
                .and(emptyConversations(customer, until, Recordings.COLLECTION))
                .and(emptyParts(customer, until));
    }

    private Erased emptyConversations(String customer, Instant until, String collection) {
        var erased = Erased.NOTHING;
        for (var conversation :
                mongo.find(query(Traces.commentedBy(customer, until)), StoredConversation.class, collection)) {
            var concerned = concerned(customer, until, conversation.messages());
            erased = erased.and(deleteFiles(concerned));
            mongo.updateFirst(
                    query(where("_id")
                            .is(conversation.id())
                            .and("conversationId")
                            .is(conversation.conversationId())),
                    emptied(concerned).inc("version", 1),
                    StoredConversation.class,
                    collection);
            var now = mongo.findById(conversation.id(), StoredConversation.class, collection);
            if (now != null) {
                announcements.changed(new Transcripts.Changed(now, now.views()));
            }
        }
        return erased;
    }

    private Erased emptyParts(String customer, Instant until) {
        var erased = Erased.NOTHING;
        var commented = where("messages")
                .elemMatch(Traces.byCustomer(customer).and("at").lte(until));
        for (var part : mongo.find(query(commented), Recordings.Part.class, Recordings.PARTS)) {
            var concerned = concerned(customer, until, part.messages());
            erased = erased.and(deleteFiles(concerned));
            mongo.updateFirst(
                    query(where("_id").is(part.id())), emptied(concerned), Recordings.Part.class, Recordings.PARTS);
        }
        return erased;
    }

    private static List<StoredMessage> concerned(String customer, Instant until, List<StoredMessage> messages) {
        return messages.stream()
                .filter(message -> message.author().kind() == Author.Kind.CUSTOMER
                        && customer.equals(message.author().id())
                        && !message.at().isAfter(until))
                .toList();
    }

    /** Files go first: what breaks off after this is found again by the message. */
    private Erased deleteFiles(List<StoredMessage> concerned) {
        var ids = ConversationEraser.filesOf(concerned).toList();
        ids.forEach(files::delete);
        return new Erased(0, concerned.size(), ids);
    }

    private Update emptied(List<StoredMessage> concerned) {
        var ids = concerned.stream().map(message -> message.id().value()).toList();
        return new Update()
                .set("messages.$[m].text", "")
                .set("messages.$[m].author", new Author(Author.Kind.CUSTOMER, null, null))
                .set("messages.$[m].extras.attachments", List.of())
                .set("messages.$[m].extras.reactions", List.of())
                .set("messages.$[m].extras.removedAt", clock.instant())
                .unset("messages.$[m].extras.happening")
                .filterArray(where("m._id").in(ids));
    }
}
