package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * The conversations that are not over, one document a thread, found by thread or by their own id.
 *
 * <p>Every change is one conditional update of one document: it says whether the conversation was still in the state
 * the change is meant for, so that a message and a closing can never both believe they came first.
 */
@Repository
class LiveConversations {
    static final String COLLECTION = "live";

    /** What a sweep takes up at once; the next one goes on behind it. */
    static final int SWEPT_AT_ONCE = 500;

    /** What its process was told last, as long as nobody has asked after the process since. */
    static final String TOLD = "course.trail.told";

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    /** What is done once its process asks for anything. */
    static final Query START = query(where("kind").is(Due.Kind.START));

    private final MongoTemplate mongo;

    LiveConversations(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    void declareIndexes() {
        var indexes = mongo.indexOps(COLLECTION);
        indexes.createIndex(new Index("conversationId", Sort.Direction.ASC).unique());
        indexes.createIndex(new Index("assignee._id", Sort.Direction.ASC)
                .on("lastActivityAt", Sort.Direction.DESC)
                .on("_id", Sort.Direction.ASC));
        indexes.createIndex(new Index("state", Sort.Direction.ASC)
                .on("priority", Sort.Direction.DESC)
                .on("openedAt", Sort.Direction.ASC)
                .on("conversationId", Sort.Direction.ASC));
        indexes.createIndex(new Index("course.team", Sort.Direction.ASC).on("state", Sort.Direction.ASC));
        indexes.createIndex(new Index("customer._id", Sort.Direction.ASC));
        indexes.createIndex(new Index("due.since", Sort.Direction.ASC).sparse());
        indexes.createIndex(new Index(TOLD, Sort.Direction.ASC).sparse());
    }

    /**
     * Writes down whom those wait for that a version has queued which did not: whoever it was handed on to last, or else
     * whom the table has named.
     */
    void nameTeams() {
        var queued = query(unnamed());
        queued.fields().include("course.target", "course.decisions");
        try (var waiting = mongo.stream(queued, Document.class, COLLECTION)) {
            waiting.forEach(one -> mongo.updateFirst(
                    query(unnamed().and("_id").is(one.get("_id"))),
                    new Update().set("course.team", teamOf(one)),
                    StoredConversation.class,
                    COLLECTION));
        }
    }

    private static Criteria unnamed() {
        return where("state")
                .is(ConversationState.WAITING.name())
                .and("course.team")
                .exists(false);
    }

    private static @Nullable Object teamOf(Document waiting) {
        var target = waiting.getEmbedded(List.of("course", "target"), Document.class);
        if (target != null) {
            return Target.Kind.TEAM.name().equals(target.get("kind")) ? target.get("_id") : null;
        }
        var decisions = waiting.getEmbedded(List.of("course", "decisions"), List.<Document>of());
        return decisions.reversed().stream()
                .filter(decision -> "routing".equals(decision.get("table")))
                .findFirst()
                .map(decision -> decision.getEmbedded(List.of("outputs", "team"), Object.class))
                .orElse(null);
    }

    Optional<StoredConversation> find(String thread) {
        return Optional.ofNullable(mongo.findById(thread, StoredConversation.class, COLLECTION));
    }

    Optional<StoredConversation> find(ConversationId id) {
        return Optional.ofNullable(mongo.findOne(query(byId(id)), StoredConversation.class, COLLECTION));
    }

    /** Opens the thread's conversation; false when there is one already. */
    boolean open(StoredConversation conversation) {
        try {
            mongo.insert(conversation, COLLECTION);
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void done(String thread, Due due) {
        mongo.updateFirst(
                query(where("_id").is(thread)),
                new Update()
                        .pull(
                                "due",
                                query(where("kind").is(due.kind()).and("ref").is(due.ref()))),
                StoredConversation.class,
                COLLECTION);
    }

    /** The same for what its process was told: whether the process is there to hear it is to be asked. */
    void told(String thread, Due due) {
        var same = where("kind").is(due.kind()).and("ref").is(due.ref());
        mongo.updateFirst(
                query(where("_id").is(thread).and("due").elemMatch(same)),
                new Update().pull("due", query(same)).set(TOLD, due.ref()),
                StoredConversation.class,
                COLLECTION);
    }

    /** Their processes are on their way; where one has asked for something, it is known already. */
    void started(Collection<ConversationId> conversations) {
        mongo.updateMulti(
                query(where("conversationId").in(conversations).and("due.kind").is(Due.Kind.START)),
                new Update().pull("due", START),
                StoredConversation.class,
                COLLECTION);
    }

    /** Conversations of a Page whose customers' profiles nobody has told yet. */
    List<StoredConversation> strangersOf(PageId page) {
        var strangers = where("page._id").is(page.value()).and("profile").is(null);
        return mongo.find(query(strangers).limit(SWEPT_AT_ONCE), StoredConversation.class, COLLECTION);
    }

    /** The customer's name and profile are known now. */
    Optional<StoredConversation> introduce(ConversationId id, String customerName, CustomerProfile profile) {
        return change(byId(id), new Update().set("customer.name", customerName).set("profile", profile));
    }

    /** The post it takes place under is known now. */
    Optional<StoredConversation> describe(ConversationId id, Post post) {
        return change(byId(id), new Update().set("origin.post", post));
    }

    /** Takes the oldest messages out, which have to be in {@code transcripts} by now, as they still are here. */
    Optional<StoredConversation> shorten(StoredConversation from, List<StoredMessage> oldest) {
        return change(
                byId(from.conversationId()).and("version").is(from.version()),
                new Update()
                        .inc("moved", oldest.size())
                        .set("movedSaid", said(from, oldest))
                        .pull(
                                "messages",
                                query(where("id")
                                        .in(oldest.stream()
                                                .map(StoredMessage::id)
                                                .toList()))));
    }

    private static int said(StoredConversation from, List<StoredMessage> oldest) {
        var later = from.messages().stream()
                .skip(oldest.size())
                .filter(StoredMessage::isSaid)
                .count();
        return from.said() - (int) later;
    }

    /** Deletes what is over and copied; false when it has changed since it was read. */
    boolean remove(StoredConversation copied) {
        var same = where("_id").is(copied.id()).and("version").is(copied.version());
        return mongo.remove(query(same), COLLECTION).getDeletedCount() == 1;
    }

    /** Changes one document if the condition still holds; every change of a live conversation counts its version up. */
    Optional<StoredConversation> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(condition), update.inc("version", 1), CHANGED, StoredConversation.class, COLLECTION));
    }

    static Criteria byId(ConversationId id) {
        return where("conversationId").is(id);
    }

    static Criteria isOpen() {
        return where("state").in(ConversationState.OPEN);
    }

    static Criteria isOpen(ConversationId id) {
        return byId(id).and("state").in(ConversationState.OPEN);
    }

    static Criteria inState(ConversationId id, ConversationState state) {
        return byId(id).and("state").is(state);
    }

    static Update append(StoredMessage message, Instant now) {
        return new Update().push("messages", message).set("lastActivityAt", now);
    }
}
