package dev.pupitre.conversation;

import dev.pupitre.conversation.MessagingFacts.CommentAnswered;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a message may be sent, by the table {@code messaging-policy}: asked when it is written, and again right before
 * it is sent, as a window may have closed in between.
 */
@Component
class MessagingRules {
    static final String TABLE = "messaging-policy";

    private static final Duration HUMAN_AGENT = Duration.ofDays(7);

    /**
     * What was said of a message.
     *
     * @param decision how the table came to it; null where it was not asked, or not heeded
     */
    record Asked(Verdict verdict, @Nullable Decision decision) {
        private static Asked refused(ReasonCode code) {
            return new Asked(Verdict.refused(code), null);
        }
    }

    /**
     * What may be sent in a conversation.
     *
     * @param afterwards what may be sent once the window has closed; null where it has closed, or was never open
     * @param humanAgentUntil until when a human may answer at all; null where the Page may not use the feature
     */
    record MessagingPolicy(
            @Nullable Instant windowClosesAt,
            Verdict now,
            @Nullable Verdict afterwards,
            @Nullable Instant humanAgentUntil) {}

    private final DecisionTables tables;
    private final Comments comments;
    private final Pages pages;
    private final Verdicts verdicts;
    private final Clock clock;

    MessagingRules(DecisionTables tables, Comments comments, Pages pages, Verdicts verdicts, Clock clock) {
        this.tables = tables;
        this.comments = comments;
        this.pages = pages;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    /** What the table says of this message now. */
    Verdict verdict(StoredConversation conversation, StoredMessage message) {
        return ask(conversation, message).verdict();
    }

    /** The same, and by which row. A refusal is counted and kept: what is not sent tells of it nowhere else. */
    Asked ask(StoredConversation conversation, StoredMessage message) {
        var asked = ask(
                conversation,
                message.author().kind(),
                comments.answered(conversation, message.id(), message.sending()),
                clock.instant());
        if (asked.decision() != null && !asked.verdict().allowed()) {
            verdicts.refused(conversation, asked.decision());
        }
        return asked;
    }

    /** A message was sent by this; what its conversation is to keep of that is given back. */
    @Nullable
    Decision sent(StoredConversation conversation, @Nullable Decision why) {
        return verdicts.sent(conversation, why);
    }

    /** What an agent may send in the usual way. */
    MessagingPolicy policy(StoredConversation conversation) {
        var now = clock.instant();
        var way = Ways.usual(conversation);
        var closesAt = conversation.windowClosesAt();
        var lastMessageAt = conversation.window().lastMessageAt();
        return new MessagingPolicy(
                closesAt,
                verdict(conversation, Author.Kind.AGENT, way, now),
                closesAt == null || !now.isBefore(closesAt)
                        ? null
                        : verdict(conversation, Author.Kind.AGENT, way, closesAt),
                lastMessageAt == null || !humanAgent(conversation) ? null : lastMessageAt.plus(HUMAN_AGENT));
    }

    /** Whether what nobody has written may be sent in the usual way. */
    boolean mayAnswerByItself(StoredConversation conversation) {
        return verdict(conversation, Author.Kind.BOT, Ways.usual(conversation), clock.instant())
                .allowed();
    }

    private boolean humanAgent(StoredConversation conversation) {
        return pages.find(pageOf(conversation)).map(Page::humanAgent).orElse(false);
    }

    private Verdict verdict(
            StoredConversation conversation, Author.Kind author, CommentAnswered comment, Instant when) {
        return ask(conversation, author, comment, when).verdict();
    }

    private Asked ask(StoredConversation conversation, Author.Kind author, CommentAnswered comment, Instant when) {
        var automatic = author == Author.Kind.BOT || author == Author.Kind.SYSTEM;
        if (automatic && conversation.service().botPaused()) {
            return Asked.refused(ReasonCode.BOT_PAUSED);
        }
        if (automatic && conversation.service().elsewhere() != null) {
            return Asked.refused(ReasonCode.CUSTOMER_ELSEWHERE);
        }
        var facts = MessagingFacts.of(conversation, humanAgent(conversation), author, comment, when);
        var answer = tables.answer(TABLE, facts, Verdict.class);
        // The table allows it: its decision would say the opposite of what becomes of the message.
        return automatic && answer.result().isOfAHuman()
                ? Asked.refused(ReasonCode.HUMAN_AGENT_AUTOMATIC)
                : new Asked(answer.result(), Decision.of(TABLE, answer.why(), when));
    }

    private static PageId pageOf(StoredConversation conversation) {
        return new PageId(conversation.page().id());
    }
}
