package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Adds what came from outside to the transcripts of open conversations, each with one update.
 *
 * <p>All are empty when nothing is open in the thread or the message is in there already.
 */
@Repository
class OpenTranscripts {
    private final LiveConversations live;

    OpenTranscripts(LiveConversations live) {
        this.live = live;
    }

    /** Adds what the customer wrote to us; empty, too, when a process waits for it. */
    Optional<StoredConversation> receive(String thread, StoredMessage message, Window opened, Instant now) {
        var unawaited = without(thread, message.key()).and("course.awaited").ne(true);
        return live.change(unawaited, received(message, opened, due(message, now), now));
    }

    /** Adds what the customer wrote to us, for which a process waits: it is told. */
    Optional<StoredConversation> receiveAwaited(String thread, StoredMessage message, Window opened, Instant now) {
        var awaited = without(thread, message.key()).and("course.awaited").is(true);
        return live.change(
                awaited,
                received(message, opened, dueAwaited(message, now), now)
                        .set("course.awaited", false)
                        .set("course.trail.wokenAt", now));
    }

    private static Update received(StoredMessage message, Window opened, List<Due> due, Instant now) {
        var update = LiveConversations.append(message, now).inc("since", 1).inc("unanswered", 1);
        if (!due.isEmpty()) {
            update.push("due").each(due.toArray());
        }
        return opened.raise(update);
    }

    private static List<Due> due(StoredMessage message, Instant now) {
        return message.awaitsFiles()
                ? List.of(new Due(Due.Kind.FETCH, message.id().value(), now))
                : List.of();
    }

    private static List<Due> dueAwaited(StoredMessage message, Instant now) {
        var due = new ArrayList<>(due(message, now));
        due.add(new Due(Due.Kind.CUSTOMER_WROTE, message.id().value(), now));
        return due;
    }

    /** Adds what the customer wrote while another application answers, so that nobody here owes an answer. */
    Optional<StoredConversation> witness(String thread, StoredMessage message, Window opened, Instant now) {
        return live.change(without(thread, message.key()), opened.raise(append(message, now)));
    }

    /** Adds what the Page wrote elsewhere. */
    Optional<StoredConversation> overhear(String thread, StoredMessage message, Instant now) {
        return live.change(
                without(thread, message.key()),
                append(message, now)
                        .set("unanswered", 0)
                        .min("service.firstResponseAt", message.at())
                        .unset("service.nextResponseDueAt"));
    }

    /** Adds a line that says what happened. */
    Optional<StoredConversation> note(String thread, StoredMessage line, Instant now) {
        return live.change(without(thread, line.key()), append(line, now));
    }

    /** Adds a line that says by which link or ad the customer came, and keeps it with the conversation. */
    Optional<StoredConversation> refer(
            String thread, Referral referral, StoredMessage line, Window opened, Instant now) {
        return live.change(
                without(thread, line.key()), opened.raise(append(line, now).set("origin.referral", referral)));
    }

    /** From the first answer of a human elsewhere on, nothing automatic is sent; a line says so, once. */
    Optional<StoredConversation> pauseBot(String thread, StoredMessage line, Instant now) {
        return live.change(
                without(thread, line.key()).and("service.botPaused").ne(true),
                append(line, now).set("service.botPaused", true));
    }

    /** The customer gave a sign that opens the window; false when no conversation is open. */
    boolean touch(String thread, Window opened) {
        return live.change(open(thread), opened.raise(new Update())).isPresent();
    }

    static Criteria open(String thread) {
        return where("_id").is(thread).and("state").in(ConversationState.OPEN);
    }

    /** The thread has an open conversation without this message. */
    static Criteria without(String thread, String key) {
        return open(thread).and("messages.key").ne(key);
    }

    private static Update append(StoredMessage message, Instant now) {
        var update = LiveConversations.append(message, now);
        return message.awaitsFiles()
                ? update.push("due", new Due(Due.Kind.FETCH, message.id().value(), now))
                : update;
    }
}
