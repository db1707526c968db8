package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Conversations that are over, the older parts of long transcripts, and what is known of a thread between two. */
@Repository
class Recordings {
    static final String COLLECTION = "recordings";
    /** A long conversation's document holds at most twice as many messages. */
    static final int PART_SIZE = 50;

    static final String PARTS = "transcripts";
    static final String THREADS = "threads";

    /** The oldest messages of a long conversation, moved out of its document in order. */
    record Part(@Id String id, List<StoredMessage> messages) {}

    /** What outlives a thread's conversations. */
    record KnownThread(@Id String id, ConversationId lastConversation, Party customer) {}

    private final MongoTemplate mongo;

    Recordings(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("openedAt", Sort.Direction.DESC));
        indexes.createIndex(new Index("lastActivityAt", Sort.Direction.DESC));
        indexes.createIndex(new Index("assignee._id", Sort.Direction.ASC));
        indexes.createIndex(new Index("customer._id", Sort.Direction.ASC));
        indexes.createIndex(new Index("page._id", Sort.Direction.ASC).on("closedAt", Sort.Direction.ASC));
    }

    Optional<StoredConversation> find(ConversationId id) {
        return Optional.ofNullable(mongo.findById(id.value(), StoredConversation.class, COLLECTION));
    }

    Optional<KnownThread> thread(String thread) {
        return Optional.ofNullable(mongo.findById(thread, KnownThread.class, THREADS));
    }

    /**
     * Keeps a copy under the conversation's own id, and remembers it as the last one of its thread.
     *
     * <p>Of several that finish the same conversation, a slow one must not undo what has become known since: its
     * messages would be sent again.
     */
    void record(StoredConversation over) {
        if (!save(over.recorded())) {
            return;
        }
        mongo.upsert(
                query(where("_id").is(over.thread())),
                new Update().set("lastConversation", over.conversationId()).set("customer", over.customer()),
                KnownThread.class,
                THREADS);
    }

    /** Returns false when a newer copy is there. */
    private boolean save(StoredConversation copy) {
        try {
            mongo.insert(copy, COLLECTION);
            return true;
        } catch (DuplicateKeyException recordedBefore) {
            var noNewer = where("_id").is(copy.id()).and("version").lte(copy.version());
            return mongo.replace(query(noNewer), copy, COLLECTION).getMatchedCount() == 1;
        }
    }

    /** Keeps the messages that a conversation's document is too small for; a repeat changes nothing. */
    void keep(ConversationId id, int from, List<StoredMessage> oldest) {
        mongo.save(new Part(partId(id, from), oldest), PARTS);
    }

    /** The messages moved out in the part that begins with the message of this index, from 0. */
    List<Message> part(StoredConversation conversation, int from) {
        var part = mongo.findById(partId(conversation.conversationId(), from), Part.class, PARTS);
        if (part == null) {
            return List.of();
        }
        return Stream.iterate(0, index -> index < part.messages().size(), index -> index + 1)
                .map(index -> part.messages().get(index).at(from + index + 1, conversation.customer()))
                .toList();
    }

    static String partId(ConversationId id, int from) {
        return id + ":" + from;
    }
}
