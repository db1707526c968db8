package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.conversation.KnownThreads.KnownThread;
import dev.pupitre.kernel.ConversationId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** What a customer's threads have beside their conversations: what is known of them, and what is still to be sent. */
@Repository
class ThreadTraces {
    private final MongoTemplate mongo;

    ThreadTraces(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** What the outbox still has for the customer, but for what belongs to these conversations. */
    void removeItemsBut(String customer, Set<ConversationId> kept) {
        for (var lane : lanesOf(customer)) {
            var gone = itemsBut(lane, kept);
            if (!gone.isEmpty()) {
                removeItems(lane, gone);
            }
        }
    }

    /** Whether the outbox has anything for the customer that belongs to none of these conversations. */
    boolean hasItemsBut(String customer, Set<ConversationId> kept) {
        return lanesOf(customer).stream().anyMatch(lane -> !itemsBut(lane, kept).isEmpty());
    }

    /** What the outbox still has of it. */
    void removeItems(StoredConversation conversation) {
        var lane = mongo.findById(conversation.thread(), OutboxLane.class, OutboxLanes.COLLECTION);
        if (lane != null) {
            removeItems(
                    lane,
                    lane.items().stream()
                            .filter(item -> item.conversation().equals(conversation.conversationId()))
                            .toList());
        }
    }

    private void removeItems(OutboxLane lane, List<OutboxLane.Item> gone) {
        var same = where("_id").is(lane.thread());
        var update = new Update()
                .pull(
                        "items",
                        query(where("message")
                                .in(gone.stream().map(OutboxLane.Item::message).toList())));
        if (gone.stream().anyMatch(lane::isTrying)) {
            update.unset("attempt");
        }
        if (gone.contains(lane.items().getFirst())) {
            update.unset("notBefore").set("attempts", 0);
        }
        mongo.updateFirst(query(same), update, OutboxLane.class, OutboxLanes.COLLECTION);
        mongo.remove(query(where("_id").is(lane.thread()).and("items").size(0)), OutboxLanes.COLLECTION);
    }

    private List<OutboxLane> lanesOf(String customer) {
        return mongo.find(query(where("customer").is(customer)), OutboxLane.class, OutboxLanes.COLLECTION);
    }

    private static List<OutboxLane.Item> itemsBut(OutboxLane lane, Set<ConversationId> kept) {
        return lane.items().stream()
                .filter(item -> !kept.contains(item.conversation()))
                .toList();
    }

    /** Those of these customers of whom any conversation is there. */
    Set<String> there(Set<String> customers) {
        var theirs = query(where("customer._id").in(customers));
        return Stream.of(LiveConversations.COLLECTION, Recordings.COLLECTION)
                .flatMap(collection -> mongo.findDistinct(theirs, "customer._id", collection, String.class).stream())
                .collect(Collectors.toSet());
    }

    /** The customer's conversations that are there. */
    Set<ConversationId> remaining(String customer) {
        var his = query(where("customer._id").is(customer));
        return Stream.of(Recordings.COLLECTION, LiveConversations.COLLECTION)
                .flatMap(collection -> mongo.find(his, StoredConversation.class, collection).stream())
                .map(StoredConversation::conversationId)
                .collect(Collectors.toSet());
    }

    /**
     * Forgets the customer's threads, but not one that has gone on since: of that only what was before.
     *
     * @return the files of the profiles that nobody sees any more
     */
    List<String> removeThreads(String customer, Instant until) {
        var kept = remaining(customer);
        var known = mongo.find(query(where("customer._id").is(customer)), KnownThread.class, KnownThreads.COLLECTION);
        return known.stream()
                .flatMap(thread -> {
                    if (!kept.isEmpty() && hasConversation(thread.id(), customer)) {
                        forgetBefore(thread, kept, until);
                        return Stream.empty();
                    }
                    return removeThread(quietSince(thread.id(), until)).stream();
                })
                .toList();
    }

    /** Forgets the thread if nothing came in it after this conversation, and what a comment alone has left of another. */
    List<String> removeThreadAfter(StoredConversation erased) {
        mongo.remove(
                query(where("_id")
                        .is(Ways.customersThread(erased))
                        .and("away.conversation")
                        .is(erased.conversationId())
                        .and("lastConversation")
                        .exists(false)
                        .and("window")
                        .exists(false)
                        .and("referred")
                        .exists(false)),
                KnownThreads.COLLECTION);
        return mongo.exists(query(where("_id").is(erased.thread())), LiveConversations.COLLECTION)
                ? List.of()
                : removeThread(
                        where("_id").is(erased.thread()).and("lastConversation").is(erased.conversationId()));
    }

    private boolean hasConversation(String thread, String customer) {
        return mongo.exists(
                        query(where("_id").is(thread).and("customer._id").is(customer)), LiveConversations.COLLECTION)
                || mongo.exists(
                        query(where("thread").is(thread).and("customer._id").is(customer)), Recordings.COLLECTION);
    }

    private static Criteria quietSince(String thread, Instant until) {
        return where("_id")
                .is(thread)
                .and("window.openedAt")
                .not()
                .gt(until)
                .and("referred.at")
                .not()
                .gt(until);
    }

    private void forgetBefore(KnownThread thread, Set<ConversationId> kept, Instant until) {
        var left = thread.conversations().stream().filter(kept::contains).toList();
        var update = new Update().set("conversations", left);
        if (thread.lastConversation() != null && !kept.contains(thread.lastConversation())) {
            update.unset("lastConversation");
        }
        if (thread.referred() != null && !thread.referred().at().isAfter(until)) {
            update.unset("referred");
        }
        mongo.updateFirst(query(where("_id").is(thread.id())), update, KnownThread.class, KnownThreads.COLLECTION);
    }

    private List<String> removeThread(Criteria which) {
        var removed = mongo.findAndRemove(query(which), KnownThread.class, KnownThreads.COLLECTION);
        var profile = removed == null ? null : removed.profile();
        return profile == null || profile.picture() == null ? List.of() : List.of(profile.picture());
    }
}
