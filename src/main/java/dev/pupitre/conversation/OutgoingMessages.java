package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Adds to live conversations what the Page has to say; each by one conditional update, as all changes of
 * {@link LiveConversations}.
 */
@Repository
class OutgoingMessages {
    /** Stands among the steps once one was told for all to read. */
    private static final String IN_PUBLIC = "in-public";

    private final LiveConversations live;

    OutgoingMessages(LiveConversations live) {
        this.live = live;
    }

    /** Adds an answer; empty unless the conversation is in this agent's hands, and ours, and does not have it yet. */
    Optional<StoredConversation> answer(ConversationId id, String agent, List<StoredMessage> messages, Instant now) {
        return live.change(
                answerable(id, agent).and("messages.key").ne(messages.getFirst().key()),
                toBeSent(messages, now)
                        .set("unanswered", 0)
                        .min("service.firstResponseAt", now)
                        .unset("service.nextResponseDueAt"));
    }

    /** Has a message that failed sent again. */
    Optional<StoredConversation> retry(ConversationId id, String agent, MessageId message, Instant now) {
        var failed = where("id").is(message).and("status").is(MessageStatus.FAILED);
        return live.change(
                answerable(id, agent).and("messages").elemMatch(failed),
                new Update()
                        .set("messages.$[m].status", MessageStatus.QUEUED)
                        .unset("messages.$[m].reason")
                        .unset("messages.$[m].reasonCode")
                        .filterArray(where("m._id").is(message.value()))
                        .set("lastActivityAt", now)
                        .push("due", new Due(Due.Kind.SEND, message.value(), now)));
    }

    private static Criteria answerable(ConversationId id, String agent) {
        return LiveConversations.inState(id, ConversationState.ASSIGNED)
                .and("assignee._id")
                .is(agent)
                .and("service.elsewhere")
                .is(null);
    }

    /**
     * Adds the automatic messages of a step, once, which leaves the customer's messages unanswered; for all to read those
     * of one step only.
     */
    Optional<StoredConversation> notify(ConversationId id, String step, List<StoredMessage> messages, Instant now) {
        var first = messages.getFirst();
        var update = toBeSent(messages, now);
        return first.sending().via() == Via.PUBLIC
                ? live.change(
                        untold(id, step, first, IN_PUBLIC),
                        update.addToSet("course.told").each(step, IN_PUBLIC))
                : live.change(untold(id, step, first), update.addToSet("course.told", step));
    }

    /** Adds a line that says why the messages of a step were not sent, once. */
    Optional<StoredConversation> untold(ConversationId id, String step, StoredMessage line, Instant now) {
        return live.change(
                untold(id, step, line), LiveConversations.append(line, now).addToSet("course.told", step));
    }

    /** What was told before steps were kept is found among the messages. */
    private static Criteria untold(ConversationId id, String step, StoredMessage first, String... others) {
        return LiveConversations.isOpen(id)
                .and("course.told")
                .nin(Stream.concat(Stream.of(step), Stream.of(others)).toList())
                .and("messages.key")
                .ne(first.key());
    }

    /** Adds a line that says what happened. */
    Optional<StoredConversation> note(ConversationId id, StoredMessage line, Instant now) {
        return live.change(
                LiveConversations.isOpen(id).and("messages.key").ne(line.key()), LiveConversations.append(line, now));
    }

    static Update toBeSent(List<StoredMessage> messages, Instant now) {
        return new Update()
                .push("messages")
                .each(messages.toArray())
                .push("due")
                .each(messages.stream()
                        .map(message -> new Due(Due.Kind.SEND, message.id().value(), now))
                        .toArray())
                .set("lastActivityAt", now);
    }
}
