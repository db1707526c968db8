package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.Trail.Failure;
import dev.pupitre.conversation.Trail.Tried;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Finds the live conversations that may stand still, and keeps with each what is known of its process. */
@Repository
class Standstills {
    /** What one look takes up; the oldest come first, and the next look goes on with those who are still there. */
    static final int FOUND_AT_ONCE = 500;

    private static final List<Due.Kind> FOR_ENGINE =
            Arrays.stream(Due.Kind.values()).filter(Due.Kind::isForEngine).toList();

    private final MongoTemplate mongo;
    private final LiveConversations live;

    Standstills(MongoTemplate mongo, LiveConversations live) {
        this.mongo = mongo;
        this.live = live;
    }

    /** One query for all: the embedded store reads through the live conversations for each. */
    List<StoredConversation> maybeSince(Instant before) {
        var undecided = where("state")
                .is(ConversationState.NEW)
                .and("openedAt")
                .lt(before)
                .and("course.awaited")
                .ne(true)
                .and("course.opensAt")
                .not()
                .gte(before);
        var untold =
                where("due").elemMatch(where("kind").in(FOR_ENGINE).and("since").lt(before));
        var closing = where("state").is(ConversationState.CLOSING);
        return mongo.find(
                query(new Criteria().orOperator(undecided, untold, closing))
                        .with(Sort.by("openedAt"))
                        .limit(FOUND_AT_ONCE),
                StoredConversation.class,
                LiveConversations.COLLECTION);
    }

    /** Some of those that wait or have an agent, and whose process is known, by thread from behind this one on. */
    List<StoredConversation> quiet(@Nullable String after, int limit) {
        var quiet = inQuiet();
        return mongo.find(
                query(after == null ? quiet : quiet.and("_id").gt(after))
                        .with(Sort.by("_id"))
                        .limit(limit),
                StoredConversation.class,
                LiveConversations.COLLECTION);
    }

    /** Of these, those about which the alarm was raised and not taken back since; the oldest alarms come first. */
    List<StoredConversation> raised() {
        return some(query(inQuiet().and("course.trail.raisedAt").ne(null)).with(Sort.by("course.trail.raisedAt")));
    }

    /** Of these, those whose process was told something since the engine was asked after it. */
    List<StoredConversation> told() {
        return some(query(inQuiet().and(LiveConversations.TOLD).exists(true)));
    }

    private List<StoredConversation> some(Query which) {
        return mongo.find(which.limit(FOUND_AT_ONCE), StoredConversation.class, LiveConversations.COLLECTION);
    }

    /** The engine has said of these whether their process is there; what it was told since is to be asked about again. */
    void askedAfter(Collection<StoredConversation> conversations) {
        var told = conversations.stream()
                .filter(conversation -> conversation.course().trail().told() != null)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        var asked = mongo.bulkOps(BulkMode.UNORDERED, LiveConversations.COLLECTION);
        told.forEach(conversation -> asked.updateOne(
                query(LiveConversations.byId(conversation.conversationId())
                        .and(LiveConversations.TOLD)
                        .is(conversation.course().trail().told())),
                new Update().unset(LiveConversations.TOLD)));
        asked.execute();
    }

    /** The thread of any of these; nodes that begin anywhere come round sooner together. */
    Optional<String> anyQuiet() {
        var count = mongo.count(query(inQuiet()), LiveConversations.COLLECTION);
        var any = query(inQuiet())
                .with(Sort.by("_id"))
                .skip(count == 0 ? 0 : ThreadLocalRandom.current().nextLong(count));
        return Optional.ofNullable(mongo.findOne(any, StoredConversation.class, LiveConversations.COLLECTION))
                .map(StoredConversation::id);
    }

    private static Criteria inQuiet() {
        return where("state")
                .in(ConversationState.WAITING, ConversationState.ASSIGNED)
                .and("course.trail.process")
                .ne(null);
    }

    /** The alarm about what stands still since then is raised now; false when another node was first. */
    boolean raise(ConversationId id, Instant since, Instant now) {
        var unraised = where("course.trail.raisedAt").not().gte(since);
        return live.change(
                        LiveConversations.isOpen(id).andOperator(unraised),
                        new Update().set("course.trail.raisedAt", now))
                .isPresent();
    }

    /** It moves after all. */
    void calm(ConversationId id, Instant raisedAt) {
        live.change(
                LiveConversations.isOpen(id).and("course.trail.raisedAt").is(raisedAt),
                new Update().unset("course.trail.raisedAt"));
    }

    Optional<StoredConversation> find(ConversationId id) {
        return live.find(id).filter(conversation -> conversation.state().isOpen());
    }

    /** A job of its process failed. */
    void failed(ConversationId id, Failure failure) {
        live.change(LiveConversations.isOpen(id), new Update().set("course.trail.failure", failure));
    }

    /** This process leads it from now on. */
    Optional<StoredConversation> takenUp(ConversationId id, Led led) {
        return live.change(
                LiveConversations.isOpen(id),
                led.noteIn(new Update()).unset("course.trail.failure").unset("course.trail.raisedAt"));
    }

    /** Has what its process has not heard told again; empty where that was tried since this instant. */
    Optional<StoredConversation> tellAgain(ConversationId id, Tried tried, Instant unlessSince) {
        return live.change(
                LiveConversations.isOpen(id).andOperator(untried(unlessSince)),
                new Update().set("course.trail.tried", tried));
    }

    /** Has another process begin; empty where one is to already, or was to since this instant. */
    Optional<StoredConversation> beginAgain(ConversationId id, Tried tried, Instant unlessSince) {
        var due = new Due(Due.Kind.BEGIN_AGAIN, UUID.randomUUID().toString(), tried.at());
        return live.change(
                LiveConversations.isOpen(id)
                        .andOperator(untried(unlessSince), where("due.kind").ne(Due.Kind.BEGIN_AGAIN)),
                new Update()
                        .set("course.trail.tried", tried)
                        .unset("course.trail.failure")
                        .push("due", due));
    }

    private static Criteria untried(Instant unlessSince) {
        return where("course.trail.tried.at").not().gt(unlessSince);
    }
}
