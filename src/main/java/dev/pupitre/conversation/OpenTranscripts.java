package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
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

    /** Adds what the customer wrote to us. */
    Optional<StoredConversation> receive(String thread, StoredMessage message, Window opened, Instant now) {
        return live.change(
                without(thread, message.key()),
                opened.raise(append(message, now).inc("since", 1).inc("unanswered", 1)));
    }

    /** Adds what the customer wrote while another application answers, so that nobody here owes an answer. */
    Optional<StoredConversation> witness(String thread, StoredMessage message, Window opened, Instant now) {
        return live.change(without(thread, message.key()), opened.raise(append(message, now)));
    }

    /** Adds what the Page wrote elsewhere. */
    Optional<StoredConversation> overhear(String thread, StoredMessage message, Instant now) {
        return live.change(
                without(thread, message.key()),
                append(message, now).set("unanswered", 0).min("service.firstResponseAt", message.at()));
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
