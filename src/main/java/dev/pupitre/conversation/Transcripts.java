package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What became of our messages, wherever their conversation is by now: live, being recorded, or recorded. */
@Repository
class Transcripts {
    /** A conversation after a change of some of its messages. */
    record Changed(StoredConversation conversation, List<Message> messages) {}

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;

    Transcripts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<StoredMessage> find(ConversationId id, MessageId message) {
        return homes(id)
                .map(home -> mongo.findOne(query(home.criteria()), StoredConversation.class, home.collection()))
                .filter(conversation -> conversation != null)
                .flatMap(conversation -> conversation.messages().stream())
                .filter(candidate -> candidate.id().equals(message))
                .findFirst();
    }

    /** Meta has the message; a status beyond that stays. */
    Optional<Changed> sent(ConversationId id, MessageId message, String mid) {
        var update = new Update().set("messages.$.mid", mid).unset("messages.$.reason");
        return settle(id, message, update.set("messages.$.status", MessageStatus.SENT));
    }

    Optional<Changed> failed(ConversationId id, MessageId message, String reason) {
        return settle(
                id,
                message,
                new Update().set("messages.$.status", MessageStatus.FAILED).set("messages.$.reason", reason));
    }

    /** The message is held up or its outcome unknown; the reason is for the agent. */
    Optional<Changed> pending(ConversationId id, MessageId message, MessageStatus status, String reason) {
        return changeEverywhere(
                id,
                unsettled(message),
                new Update().set("messages.$.status", status).set("messages.$.reason", reason),
                candidate -> candidate.id().equals(message));
    }

    private Optional<Changed> settle(ConversationId id, MessageId message, Update update) {
        return changeEverywhere(
                id,
                unsettled(message),
                update.pull(
                        "due", query(where("kind").is(Due.Kind.SEND).and("ref").is(message.value()))),
                candidate -> candidate.id().equals(message));
    }

    /** Ours up to the watermark, or with one of these ids, got as far as this. */
    Optional<Changed> reached(
            ConversationId id,
            MessageStatus status,
            Set<String> mids,
            Instant watermark,
            Predicate<Message> concerned) {
        var before = status == MessageStatus.READ
                ? EnumSet.of(MessageStatus.SENT, MessageStatus.DELIVERED)
                : EnumSet.of(MessageStatus.SENT);
        var names = before.stream().map(Enum::name).toList();
        var element = where("direction")
                .is(Direction.OUT)
                .and("status")
                .in(before)
                .orOperator(where("at").lte(watermark), where("mid").in(mids));
        var filter = where("m.direction")
                .is(Direction.OUT.name())
                .and("m.status")
                .in(names)
                .orOperator(
                        where("m.at").lte(Date.from(watermark)), where("m.mid").in(mids));
        return changeEverywhere(
                id,
                element,
                new Update().set("messages.$[m].status", status).filterArray(filter),
                candidate -> candidate.status() == status && concerned.test(candidate));
    }

    private static Criteria unsettled(MessageId message) {
        return where("id").is(message).and("status").in(MessageStatus.UNSETTLED);
    }

    /**
     * While a conversation is being recorded it stands in two places for a moment; a change of the first is then
     * copied, or made in the second as well.
     */
    private Optional<Changed> changeEverywhere(
            ConversationId id, Criteria element, Update update, Predicate<Message> concerned) {
        @Nullable Changed found = null;
        for (var home : homes(id).toList()) {
            var changed = mongo.findAndModify(
                    query(home.criteria().and("messages").elemMatch(element)),
                    found == null ? update.inc("version", 1) : update,
                    CHANGED,
                    StoredConversation.class,
                    home.collection());
            if (changed != null) {
                found = new Changed(
                        changed, changed.views().stream().filter(concerned).toList());
                if (changed.state().isOpen()) {
                    break;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private record Home(String collection, Criteria criteria) {}

    private static Stream<Home> homes(ConversationId id) {
        return Stream.of(
                new Home(LiveConversations.COLLECTION, where("conversationId").is(id)),
                new Home(Recordings.COLLECTION, where("_id").is(id.value())));
    }
}
