package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private static final String VERDICTS = "course.verdicts";

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;

    Transcripts(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** A message, and the conversation that it is part of. */
    record Found(StoredConversation conversation, StoredMessage message) {}

    Optional<Found> find(ConversationId id, MessageId message) {
        return homes(id)
                .map(home -> mongo.findOne(query(home.criteria()), StoredConversation.class, home.collection()))
                .filter(conversation -> conversation != null)
                .flatMap(conversation -> conversation.messages().stream()
                        .filter(candidate -> candidate.id().equals(message))
                        .map(candidate -> new Found(conversation, candidate)))
                .findFirst();
    }

    /** Meta has the message; a status beyond that stays. Meta's id of it may be lost. */
    Optional<Changed> sent(ConversationId id, MessageId message, @Nullable String mid, Instant when) {
        return settle(id, message, sent(message, mid, when));
    }

    private static Update sent(MessageId message, @Nullable String mid, Instant when) {
        var update = of(message)
                .set("messages.$[m].sentAt", when)
                .unset("messages.$[m].reason")
                .unset("messages.$[m].reasonCode");
        if (mid != null) {
            update.set("messages.$[m].mid", mid);
        }
        return update.set("messages.$[m].status", MessageStatus.SENT);
    }

    /** The same, and what the messaging policy said of it is kept with the conversation. */
    Optional<Changed> sent(
            ConversationId id, MessageId message, @Nullable String mid, Instant when, @Nullable Decision verdict) {
        var update = sent(message, mid, when);
        var changed = settle(id, message, verdict == null ? update : update.push(VERDICTS, verdict));
        if (changed.isEmpty() && verdict != null) {
            // Its echo was faster.
            decided(id, verdict);
        }
        return changed;
    }

    /** Keeps what the messaging policy said; of an erased conversation nothing is kept. */
    void decided(ConversationId id, Decision verdict) {
        homes(id)
                .forEach(home -> mongo.updateFirst(
                        query(home.criteria().and("course").exists(true)),
                        new Update().push(VERDICTS, verdict),
                        StoredConversation.class,
                        home.collection()));
    }

    Optional<Changed> failed(ConversationId id, MessageId message, Reason reason) {
        return settle(id, message, of(message, reason).set("messages.$[m].status", MessageStatus.FAILED));
    }

    /** The message is held up or its outcome unknown; the reason is for the agent. */
    Optional<Changed> pending(ConversationId id, MessageId message, MessageStatus status, Reason reason) {
        return changeEverywhere(
                id,
                unsettled(message),
                of(message, reason).set("messages.$[m].status", status),
                candidate -> candidate.id().equals(message));
    }

    /** Its author gives a failed message up; empty when it has not failed. */
    Optional<Changed> discarded(ConversationId id, MessageId message) {
        return changeEverywhere(
                id,
                where("id").is(message).and("status").is(MessageStatus.FAILED),
                of(message).set("messages.$[m].status", MessageStatus.DISCARDED),
                candidate -> candidate.id().equals(message));
    }

    /** What became of a comment by our doing. */
    Optional<Changed> commented(ConversationId id, MessageId message, CommentState state, @Nullable Instant removedAt) {
        var update = of(message).set("messages.$[m].extras.comment", state);
        if (removedAt != null) {
            update.set("messages.$[m].extras.removedAt", removedAt).set("messages.$[m].text", "");
        }
        return changeEverywhere(
                id, where("id").is(message), update, candidate -> candidate.id().equals(message));
    }

    /** The Page's sign on a message, in place of an earlier one; none takes it away. */
    Optional<Changed> reacted(ConversationId id, MessageId message, @Nullable Reaction sign) {
        var cleared = changeEverywhere(
                id,
                where("id").is(message),
                of(message)
                        .pull(
                                "messages.$[m].extras.reactions",
                                query(where("by").is(Author.Kind.AGENT))),
                candidate -> candidate.id().equals(message));
        return sign == null
                ? cleared
                : changeEverywhere(
                        id,
                        where("id").is(message),
                        of(message).push("messages.$[m].extras.reactions", sign),
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

    /** Those of the conversation's messages up to the watermark, or with one of these ids, got as far as this. */
    Optional<Changed> reached(StoredConversation seen, MessageStatus status, Set<String> mids, Instant watermark) {
        var before = status == MessageStatus.READ
                ? EnumSet.of(MessageStatus.SENT, MessageStatus.DELIVERED)
                : EnumSet.of(MessageStatus.SENT);
        var concerned = seen.messages().stream()
                .filter(message -> message.direction() == Direction.OUT && before.contains(message.status()))
                .filter(message -> !message.handedOverAt().isAfter(watermark)
                        || (message.mid() != null && mids.contains(message.mid())))
                .map(StoredMessage::id)
                .collect(Collectors.toSet());
        if (concerned.isEmpty()) {
            return Optional.empty();
        }
        var filter = where("m._id")
                .in(concerned.stream().map(MessageId::value).toList())
                .and("m.status")
                .in(before.stream().map(Enum::name).toList());
        return changeEverywhere(
                seen.conversationId(),
                where("id").in(concerned).and("status").in(before),
                new Update().set("messages.$[m].status", status).filterArray(filter),
                candidate -> concerned.contains(candidate.id()));
    }

    /** An update of this message alone, which it calls {@code m}. */
    private static Update of(MessageId message) {
        return new Update().filterArray(where("m._id").is(message.value()));
    }

    private static Update of(MessageId message, Reason reason) {
        return of(message).set("messages.$[m].reason", reason.text()).set("messages.$[m].reasonCode", reason.code());
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
