package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Adds to live conversations what the Page has to say, and who says it; each by one conditional update, as all changes
 * of {@link LiveConversations}.
 */
@Repository
class OutgoingMessages {
    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final MongoTemplate mongo;

    OutgoingMessages(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    /** Adds an answer; empty unless the conversation is in this agent's hands, and ours, and does not have it yet. */
    Optional<StoredConversation> answer(ConversationId id, String agent, List<StoredMessage> messages, Instant now) {
        return change(
                answerable(id, agent).and("messages.key").ne(messages.getFirst().key()),
                toBeSent(messages, now).set("unanswered", 0).min("service.firstResponseAt", now));
    }

    /** Has a message that failed sent again. */
    Optional<StoredConversation> retry(ConversationId id, String agent, MessageId message, Instant now) {
        var failed = where("id").is(message).and("status").is(MessageStatus.FAILED);
        return change(
                answerable(id, agent).and("messages").elemMatch(failed),
                new Update()
                        .set("messages.$[m].status", MessageStatus.QUEUED)
                        .unset("messages.$[m].reason")
                        .filterArray(where("m._id").is(message.value()))
                        .set("lastActivityAt", now)
                        .push("due", new Due(Due.Kind.SEND, message.value(), now)));
    }

    private static Criteria answerable(ConversationId id, String agent) {
        return byId(id).and("state")
                .is(ConversationState.ASSIGNED)
                .and("assignee._id")
                .is(agent)
                .and("service.elsewhere")
                .is(null);
    }

    /** Adds an automatic message, which leaves the customer's messages unanswered. */
    Optional<StoredConversation> notify(ConversationId id, List<StoredMessage> messages, Instant now) {
        return change(
                byId(id).and("state")
                        .in(ConversationState.OPEN)
                        .and("messages.key")
                        .ne(messages.getFirst().key()),
                toBeSent(messages, now));
    }

    /** Adds a line that says what happened. */
    Optional<StoredConversation> note(ConversationId id, StoredMessage line, Instant now) {
        return change(
                byId(id).and("state")
                        .in(ConversationState.OPEN)
                        .and("messages.key")
                        .ne(line.key()),
                append(line, now));
    }

    /** Another application answers from here on. */
    Optional<StoredConversation> passed(ConversationId id, Elsewhere elsewhere, StoredMessage line) {
        return change(
                byId(id).and("state")
                        .in(ConversationState.OPEN)
                        .and("service.elsewhere")
                        .is(null)
                        .and("service.controlAt")
                        .not()
                        .gt(elsewhere.since()),
                append(line, elsewhere.since())
                        .set("service.elsewhere", elsewhere)
                        .max("service.controlAt", elsewhere.since()));
    }

    /** We answer again; the clocks stood still meanwhile. */
    Optional<StoredConversation> cameBack(ConversationId id, Elsewhere was, StoredMessage line, Instant now) {
        return change(
                byId(id).and("state")
                        .in(ConversationState.OPEN)
                        .and("service.elsewhere.since")
                        .is(was.since()),
                append(line, now)
                        .unset("service.elsewhere")
                        .inc(
                                "service.stoppedMillis",
                                Math.max(0, Duration.between(was.since(), now).toMillis()))
                        .max("service.controlAt", now));
    }

    private static Update toBeSent(List<StoredMessage> messages, Instant now) {
        return new Update()
                .push("messages")
                .each(messages.toArray())
                .push("due")
                .each(messages.stream()
                        .map(message -> new Due(Due.Kind.SEND, message.id().value(), now))
                        .toArray())
                .set("lastActivityAt", now);
    }

    private static Update append(StoredMessage message, Instant now) {
        return new Update().push("messages", message).set("lastActivityAt", now);
    }

    private Optional<StoredConversation> change(Criteria condition, Update update) {
        return Optional.ofNullable(mongo.findAndModify(
                Query.query(condition),
                update.inc("version", 1),
                CHANGED,
                StoredConversation.class,
                LiveConversations.COLLECTION));
    }

    private static Criteria byId(ConversationId id) {
        return where("conversationId").is(id);
    }
}
