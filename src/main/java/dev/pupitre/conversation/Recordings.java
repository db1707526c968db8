package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.KnownThreads.KnownThread;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Conversations that are over, and the older parts of long transcripts. */
@Repository
class Recordings {
    static final String COLLECTION = "recordings";
    /** A long conversation's document holds at most twice as many messages. */
    static final int PART_SIZE = 50;

    static final String PARTS = "transcripts";

    /** The oldest messages of a long conversation, moved out of its document in order. */
    record Part(@Id String id, List<StoredMessage> messages) {
        /** The messages as the desk sees them. */
        List<Message> views(Party customer) {
            var from = Integer.parseInt(id.substring(id.lastIndexOf(':') + 1));
            return Stream.iterate(0, index -> index < messages.size(), index -> index + 1)
                    .map(index -> messages.get(index).at(from + index + 1, customer))
                    .toList();
        }
    }

    /** A part without what was said in it. */
    record PartName(@Id String id) {
        ConversationId conversation() {
            return new ConversationId(id.substring(0, id.lastIndexOf(':')));
        }
    }

    private final MongoTemplate mongo;
    private final KnownThreads threads;
    private final LaterNames laterNames;

    Recordings(MongoTemplate mongo, KnownThreads threads) {
        this.mongo = mongo;
        this.threads = threads;
        this.laterNames = new LaterNames(mongo);
    }

    void declareIndexes() {
        indexes().forEach(mongo.indexOps(COLLECTION)::createIndex);
    }

    /** By each order the table of the desk is sorted, either way. */
    static Stream<Index> indexes() {
        var sorted = Arrays.stream(ListOrder.values()).flatMap(order -> Stream.of(order.sort(false), order.sort(true)));
        var listed = Stream.of(
                Sort.by("assignee._id").and(ListOrder.NEWEST_FIRST),
                Sort.by("customer._id"),
                Sort.by("tags"),
                Sort.by("page._id", "closedAt"));
        return Stream.concat(sorted, listed).map(Recordings::indexOf);
    }

    private static Index indexOf(Sort sort) {
        var index = new Index();
        sort.forEach(order -> index.on(order.getProperty(), order.getDirection()));
        return index;
    }

    Optional<StoredConversation> find(ConversationId id) {
        return Optional.ofNullable(mongo.findById(id.value(), StoredConversation.class, COLLECTION));
    }

    /**
     * Keeps a copy under the conversation's own id, and remembers it as the last one of its thread.
     *
     * <p>Of several that finish the same conversation, a slow one must not undo what has become known since: its
     * messages would be sent again.
     */
    void record(StoredConversation over) {
        if (save(over.recorded())) {
            threads.remember(over);
        }
    }

    /** Adds a message, or a line, to a conversation that is over, unless it is in there. */
    Optional<StoredConversation> append(ConversationId id, StoredMessage message) {
        return append(id, message, new Update());
    }

    /** The same where the recording goes on, of somebody who is not heard: it is kept, and listed, from then. */
    Optional<StoredConversation> append(ConversationId id, StoredMessage message, Instant now) {
        return append(id, message, new Update().set("closedAt", now).set("lastActivityAt", now));
    }

    private Optional<StoredConversation> append(ConversationId id, StoredMessage message, Update update) {
        var without = where("_id")
                .is(id.value())
                .and("messages.key")
                .ne(message.key())
                .and("thread")
                .ne(StoredConversation.ERASED);
        return Optional.ofNullable(mongo.findAndModify(
                query(without),
                update.push("messages", message).inc("version", 1),
                FindAndModifyOptions.options().returnNew(true),
                StoredConversation.class,
                COLLECTION));
    }

    /** Who wrote, where that was told after the end; not where what is known of them was erased. */
    Optional<StoredConversation> introduce(ConversationId id, Party customer, CustomerProfile profile) {
        return Optional.ofNullable(mongo.findAndModify(
                query(where("_id").is(id.value()).and("customer._id").is(customer.id())),
                new Update()
                        .set("customer.name", customer.name())
                        .set("profile", profile)
                        .inc("version", 1),
                FindAndModifyOptions.options().returnNew(true),
                StoredConversation.class,
                COLLECTION));
    }

    /** The customer gave it this; recordings are found by it. */
    void rated(ConversationId id, int score) {
        mongo.updateFirst(
                query(where("_id").is(id.value()).and("score").ne(score)),
                Update.update("score", score).inc("version", 1),
                COLLECTION);
    }

    /** Returns false when a newer copy is there. */
    private boolean save(StoredConversation copy) {
        // Whoever has changed it since, or removed it, has recorded it or is yet to.
        return LaterNames.areIn(copy.messages())
                ? laterNames.keptIn(copy).filter(kept -> save(copy, kept)).isPresent()
                : save(copy, copy);
    }

    private boolean save(StoredConversation copy, Object document) {
        try {
            mongo.insert(document, COLLECTION);
            return true;
        } catch (DuplicateKeyException recordedBefore) {
            var noNewer = where("_id").is(copy.id()).and("version").lte(copy.version());
            return mongo.replace(query(noNewer), document, COLLECTION).getMatchedCount() == 1;
        }
    }

    /** Keeps the messages that a conversation's document is too small for; a repeat changes nothing. */
    void keep(ConversationId id, int from, List<StoredMessage> oldest) {
        mongo.save(new Part(partId(id, from), oldest), PARTS);
    }

    /** The newest of those with the same customer of the same Page that were opened before, in whatever thread. */
    List<StoredConversation> ofCustomer(StoredConversation conversation, int most) {
        if (Wall.SOMEBODY.id().equals(conversation.customer().id())) {
            // Whom Meta does not name may be anybody.
            return List.of();
        }
        var same = where("customer._id")
                .is(conversation.customer().id())
                .and("page._id")
                .is(conversation.page().id())
                .and("openedAt")
                .lt(conversation.openedAt());
        var newest = query(same).with(Sort.by(Sort.Direction.DESC, "openedAt")).limit(most);
        return mongo.find(newest, StoredConversation.class, COLLECTION);
    }

    /** The newest of the same thread's that were opened before. */
    List<StoredConversation> ofThread(StoredConversation conversation, int most) {
        var ids = threads.find(conversation.thread())
                .map(KnownThread::newestFirst)
                .orElse(List.of());
        var before = where("_id")
                .in(ids.stream().map(ConversationId::value).toList())
                .and("openedAt")
                .lt(conversation.openedAt());
        var newest =
                query(before).with(Sort.by(Sort.Direction.DESC, "openedAt")).limit(most);
        return mongo.find(newest, StoredConversation.class, COLLECTION);
    }

    /** The conversations of whose moved messages some have these words, as far as any is as new as that. */
    List<ConversationId> saying(Pattern words, @Nullable Instant since) {
        var says = where("messages.text").regex(words);
        var query = query(since == null ? says : says.and("messages.at").gte(since));
        query.fields().include("_id");
        return mongo.find(query, PartName.class, PARTS).stream()
                .map(PartName::conversation)
                .distinct()
                .toList();
    }

    /** The messages moved out in the part that begins with the message of this index, from 0. */
    List<Message> part(StoredConversation conversation, int from) {
        var part = mongo.findById(partId(conversation.conversationId(), from), Part.class, PARTS);
        if (part == null) {
            return List.of();
        }
        return part.views(conversation.customer());
    }

    static String partId(ConversationId id, int from) {
        return id + ":" + from;
    }
}
