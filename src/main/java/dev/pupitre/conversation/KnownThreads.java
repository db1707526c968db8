package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What is known of a thread between two of its conversations. */
@Repository
class KnownThreads {
    static final String COLLECTION = "threads";
    private static final int LOOKED_THROUGH = 20;

    /** A link or an ad that was followed when no conversation was open. */
    record Referred(Referral referral, Instant at) {}

    /** The last conversation in which the customer was told that the desk is closed. */
    record Away(ConversationId conversation, Instant at) {}

    /**
     * What outlives a thread's conversations.
     *
     * @param lastConversation none while the customer has only given signs
     * @param conversations all that are over, oldest first
     * @param referred waits for the next conversation
     */
    record KnownThread(
            @Id String id,
            @Nullable ConversationId lastConversation,
            List<ConversationId> conversations,
            @Nullable Party customer,
            @Nullable CustomerProfile profile,
            Window window,
            @Nullable Referred referred) {
        /** Threads that were stored before these were known have none. */
        KnownThread {
            conversations = requireNonNullElse(conversations, List.of());
            window = requireNonNullElse(window, Window.CLOSED);
        }

        /** The newest first, as far back as a customer may come back to a message. */
        List<ConversationId> newestFirst() {
            return Stream.concat(Stream.ofNullable(lastConversation), conversations.reversed().stream())
                    .distinct()
                    .limit(LOOKED_THROUGH)
                    .toList();
        }
    }

    private final MongoTemplate mongo;

    KnownThreads(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    Optional<KnownThread> find(String thread) {
        return Optional.ofNullable(mongo.findById(thread, KnownThread.class, COLLECTION));
    }

    /** The newest of the thread's conversations that are over. */
    Optional<ConversationId> lastConversation(String thread) {
        return find(thread).map(KnownThread::lastConversation);
    }

    /** It is the last conversation of its thread. */
    void remember(StoredConversation over) {
        var update = new Update()
                .set("lastConversation", over.conversationId())
                .addToSet("conversations", over.conversationId())
                .set("customer", over.customer());
        if (over.profile() != null) {
            update.set("profile", over.profile());
        }
        upsert(over.thread(), over.window().raise(update));
        if (over.origin().referral() != null) {
            forgetReferral(over);
        }
    }

    /** The conversation began with it. */
    private void forgetReferral(StoredConversation over) {
        mongo.updateFirst(
                query(where("_id").is(over.thread()).and("referred.at").lte(over.openedAt())),
                new Update().unset("referred"),
                KnownThread.class,
                COLLECTION);
    }

    /**
     * Whether this conversation may tell the customer that the desk is closed: another one has not done so since then.
     */
    boolean mayTellAway(StoredConversation conversation, Instant before, Instant now) {
        var id = conversation.conversationId();
        if (mongo.exists(query(saidAway(conversation)), COLLECTION)) {
            return true;
        }
        var unless = new Criteria()
                .orOperator(
                        where("away").exists(false),
                        where("away.conversation").is(id),
                        where("away.at").lt(before));
        try {
            mongo.upsert(
                    query(where("_id").is(Ways.customersThread(conversation)).andOperator(unless)),
                    knowing(conversation.customer().id()).set("away", new Away(id, now)),
                    KnownThread.class,
                    COLLECTION);
            return true;
        } catch (DuplicateKeyException toldByAnother) {
            return false;
        }
    }

    /** It was not to be told after all. */
    void hasNotToldAway(StoredConversation conversation) {
        mongo.updateFirst(query(saidAway(conversation)), new Update().unset("away"), COLLECTION);
    }

    private static Criteria saidAway(StoredConversation conversation) {
        return where("_id")
                .is(Ways.customersThread(conversation))
                .and("away.conversation")
                .is(conversation.conversationId());
    }

    /** The customer opened the window while no conversation was. */
    void touch(String thread, String customer, Window window) {
        upsert(thread, window.raise(knowing(customer)));
    }

    /** The customer followed a link or an ad while no conversation was open. */
    void refer(String thread, String customer, Referral referral, Window window, Instant at) {
        upsert(thread, window.raise(knowing(customer).set("referred", new Referred(referral, at))));
    }

    /** A thread always names its customer, by whom it is found when the customer is to be forgotten. */
    private static Update knowing(String customer) {
        return new Update().setOnInsert("customer", Arrival.stranger(customer));
    }

    void introduce(String thread, Party customer, CustomerProfile profile) {
        upsert(thread, new Update().set("customer", customer).set("profile", profile));
    }

    private void upsert(String thread, Update update) {
        mongo.upsert(query(where("_id").is(thread)), update, KnownThread.class, COLLECTION);
    }
}
