package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

/** Where a customer is known, collection by collection. */
@Repository
class Traces {
    private static final String PROCESSED = "processed";

    /** Stands in the place of an erased customer. */
    private static final Party NOBODY = new Party("erased", "Erased");

    /** All that stays of a conversation: a new field of it is erased unless it is named here. */
    private static final List<String> REST = List.of(
            "conversationId",
            "state",
            "page",
            "campaign",
            "assignee",
            "priority",
            "openedAt",
            "queuedAt",
            "assignedAt",
            "closedAt",
            "stretches",
            "lastActivityAt",
            "service",
            "score");

    /** Beyond the version of any copy that a slow step could still write over it. */
    private static final long BEYOND = 1_000_000;

    private final MongoTemplate mongo;
    private final ThreadTraces threads;
    private final Mentions mentions;

    Traces(MongoTemplate mongo, ThreadTraces threads, Mentions mentions) {
        this.mongo = mongo;
        this.mentions = mentions;
        this.threads = threads;
    }

    /** Whether the key of an event has a customer's id in it. */
    static boolean names(String key) {
        return key.startsWith("m:");
    }

    boolean isKnown(String customer, Instant until) {
        return !conversationsOf(customer, until).isEmpty()
                || mongo.exists(query(commentedBy(customer, until)), LiveConversations.COLLECTION)
                || mongo.exists(query(commentedBy(customer, until)), Recordings.COLLECTION)
                || mongo.exists(query(pending(customer, until)), Inbox.COLLECTION)
                || threads.hasItemsBut(customer, threads.remaining(customer));
    }

    /** A conversation is the customer's of before when anything in it is from before. */
    List<StoredConversation> conversationsOf(String customer, Instant until) {
        var before = new Criteria()
                .orOperator(where("openedAt").lte(until), where("messages.at").lte(until));
        var his = query(where("customer._id").is(customer).andOperator(before));
        var found = new LinkedHashMap<ConversationId, StoredConversation>();
        for (var collection : List.of(Recordings.COLLECTION, LiveConversations.COLLECTION)) {
            mongo.find(his, StoredConversation.class, collection)
                    .forEach(conversation -> found.put(conversation.conversationId(), conversation));
        }
        return List.copyOf(found.values());
    }

    /** Whether there is, or was, anything of this customer of the Page. */
    boolean hasWritten(PageId page, String customer) {
        var thread = "m:" + page + ":" + customer;
        var theirs = query(where("customer._id").is(customer).and("page._id").is(page.value()));
        return mongo.exists(query(where("_id").is(thread)), LiveConversations.COLLECTION)
                || mongo.exists(query(where("_id").is(thread)), KnownThreads.COLLECTION)
                || mongo.exists(theirs, LiveConversations.COLLECTION)
                || mongo.exists(theirs, Recordings.COLLECTION);
    }

    List<StoredConversation> closedBefore(PageId page, Instant before, int atMost) {
        var over = where("page._id")
                .is(page.value())
                .and("closedAt")
                .lt(before)
                .and("customer._id")
                .ne(NOBODY.id());
        return mongo.find(query(over).limit(atMost), StoredConversation.class, Recordings.COLLECTION);
    }

    List<StoredMessage> movedMessages(StoredConversation conversation) {
        return mongo.find(query(partsOf(conversation)), Recordings.Part.class, Recordings.PARTS).stream()
                .flatMap(part -> part.messages().stream())
                .toList();
    }

    /** Where colleagues were named in it. */
    void removeMentions(ConversationId id) {
        mentions.forget(id);
    }

    void removeParts(StoredConversation conversation) {
        mongo.remove(query(partsOf(conversation)), Recordings.PARTS);
    }

    void removeLive(ConversationId id) {
        mongo.remove(query(where("conversationId").is(id)), LiveConversations.COLLECTION);
    }

    /** Leaves of the conversation that it took place. */
    StoredConversation keepRest(StoredConversation conversation) {
        var whole = new Document();
        mongo.getConverter().write(conversation, whole);
        var rest = new Document("_id", conversation.conversationId().value());
        REST.stream().filter(whole::containsKey).forEach(field -> rest.put(field, whole.get(field)));
        rest.append("thread", NOBODY.id())
                .append("customer", new Document("_id", NOBODY.id()).append("name", NOBODY.name()))
                .append("origin", origin(conversation))
                .append("unanswered", 0)
                .append("since", 0)
                .append(
                        "moved",
                        Continued.isVain(conversation)
                                ? 0
                                : conversation.moved() + conversation.messages().size())
                .append("movedSaid", conversation.said())
                .append("messages", List.of())
                .append("due", List.of())
                .append("version", conversation.version() + BEYOND);
        mongo.save(rest, Recordings.COLLECTION);
        return mongo.getConverter().read(StoredConversation.class, rest);
    }

    /** Reports tell one that an agent went on with from others. */
    private static Document origin(StoredConversation conversation) {
        var origin = new Document("channel", conversation.origin().channel().name());
        var continues = conversation.origin().continues();
        return continues == null ? origin : origin.append("continues", continues.value());
    }

    /** Events that wait, and the keys of done ones that have the customer's id in them. */
    void removePending(String customer, Instant until) {
        mongo.remove(query(pending(customer, until)), Inbox.COLLECTION);
        mongo.remove(query(where("json").regex(named(customer)).and("at").lte(until)), UnrecognisedEvents.COLLECTION);
        var keys = where("_id").regex("^m:[^:]+:" + Pattern.quote(customer) + ":");
        mongo.remove(
                query(
                        threads.remaining(customer).isEmpty()
                                ? keys
                                : keys.and("at").lte(until)),
                PROCESSED);
    }

    static Criteria commentedBy(String customer, Instant until) {
        return where("customer._id")
                .ne(customer)
                .and("messages")
                .elemMatch(byCustomer(customer).and("at").lte(until));
    }

    static Criteria byCustomer(String customer) {
        return where("author.kind").is(Author.Kind.CUSTOMER).and("author._id").is(customer);
    }

    private static Criteria pending(String customer, Instant until) {
        return where("event.at")
                .lte(until)
                .orOperator(
                        where("event.customer").is(customer),
                        where("event.author._id").is(customer),
                        where("event.json").regex(named(customer)));
    }

    private static String named(String customer) {
        return "\\b" + Pattern.quote(customer) + "\\b";
    }

    private static Criteria partsOf(StoredConversation conversation) {
        return where("_id").regex("^" + Pattern.quote(conversation.conversationId() + ":"));
    }
}
