package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** Where each user was named, newest last: one document a user, which the store finds by its key. */
@Repository
class Mentions {
    static final String COLLECTION = "mentions";

    /** Older ones are in their conversations still. */
    private static final int KEPT = 200;

    private static final int SHOWN = 200;

    /** All of one user. */
    record OfUser(@Id String id, List<Mention> items) {
        OfUser {
            items = requireNonNullElse(items, List.of());
        }
    }

    private final MongoTemplate mongo;
    private final LiveFeed feed;

    Mentions(MongoTemplate mongo, LiveFeed feed) {
        this.mongo = mongo;
        this.feed = feed;
    }

    void declareIndexes() {
        mongo.indexOps(COLLECTION).createIndex(new Index("items.conversationId", Sort.Direction.ASC));
    }

    /** Tells each whom the note names, but for its author, and once only. */
    void tell(StoredConversation conversation, StoredMessage note) {
        var text = note.text();
        var mention = new Mention(
                note.id(),
                conversation.conversationId(),
                conversation.customer(),
                note.author(),
                text.substring(0, text.offsetByCodePoints(0, Math.min(SHOWN, text.codePointCount(0, text.length())))),
                note.at(),
                false);
        note.extras().mentions().stream()
                .filter(person -> !person.id().equals(note.author().id()))
                .filter(person -> add(person.id(), mention))
                .forEach(person -> feed.publish(
                        new LiveEvent("mention", mention, new Audience(Set.of(new UserId(person.id())), Set.of()))));
    }

    private boolean add(String user, Mention mention) {
        try {
            mongo.upsert(
                    query(where("_id").is(user).and("items.note").ne(mention.note())),
                    new Update().push("items").slice(-KEPT).each(mention),
                    OfUser.class,
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException toldBefore) {
            return false;
        }
    }

    /** Newest first. */
    List<Mention> of(UserId user) {
        return Optional.ofNullable(mongo.findById(user.value(), OfUser.class, COLLECTION))
                .map(OfUser::items)
                .orElse(List.of())
                .reversed();
    }

    /** The user has looked at this conversation; at none: at the whole list. */
    void seen(UserId user, @Nullable ConversationId conversation) {
        var unseen = where("mention.seen").is(false);
        mongo.updateFirst(
                query(where("_id").is(user.value())),
                new Update()
                        .set("items.$[mention].seen", true)
                        .filterArray(
                                conversation == null
                                        ? unseen
                                        : unseen.and("mention.conversationId").is(conversation.value())),
                OfUser.class,
                COLLECTION);
    }

    /**
     * The user is done with what was said to them in this conversation, where it stays.
     *
     * @param until the newest that the user has seen in the list, where that is known: what came later stays there
     */
    void remove(UserId user, ConversationId conversation, @Nullable Instant until) {
        var seen = in(conversation);
        mongo.updateFirst(
                query(where("_id").is(user.value())),
                without(until == null ? seen : seen.and("at").lte(until)),
                OfUser.class,
                COLLECTION);
    }

    /** Nothing of this conversation is to be left. */
    void forget(ConversationId conversation) {
        Criteria named = where("items.conversationId").is(conversation);
        mongo.updateMulti(query(named), without(in(conversation)), OfUser.class, COLLECTION);
    }

    private static Criteria in(ConversationId conversation) {
        return where("conversationId").is(conversation.value());
    }

    private static Update without(Criteria items) {
        return new Update().pull("items", query(items));
    }
}
