package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something Meta told us about a Page, as far as it is understood. {@code at} is Meta's time stamp of the event.
 *
 * <p>The shapes follow the Messenger Platform's webhooks reference and, for comments, the Page webhooks reference.
 */
public sealed interface InboundEvent {
    PageId page();

    Instant at();

    /** The same event always has the same key, however often Meta delivers it. */
    String key();

    /** What the event belongs to; also the order in which events are worked on. */
    String thread();

    /** The thread of a Page and one of its customers; {@code customer} is the page-scoped id (PSID). */
    static String privateThread(PageId page, String customer) {
        return "m:" + page + ":" + customer;
    }

    /** What happened in a private thread; {@code customer} is the page-scoped id (PSID). */
    sealed interface Private extends InboundEvent {
        String customer();

        @Override
        default String thread() {
            return privateThread(page(), customer());
        }
    }

    /** What happened under a comment, a mention or a recommendation; {@code top} is the first of its thread. */
    sealed interface Public extends InboundEvent {
        String top();

        @Override
        default String thread() {
            return "c:" + page() + ":" + top();
        }
    }

    /** What concerns the Page as a whole. */
    sealed interface OfPage extends InboundEvent {
        @Override
        default String thread() {
            return "p:" + page();
        }
    }

    /**
     * The customer wrote; {@code text} is empty when there was none.
     *
     * @param standby another application answers this thread: shown where a conversation is open, but opens none
     */
    record MessageReceived(
            PageId page, String customer, Instant at, String mid, String text, ReceivedContent content, Boolean standby)
            implements Private {
        /** Those that an earlier version has stored say nothing of it. */
        public MessageReceived {
            standby = requireNonNullElse(standby, false);
        }

        /** Text alone, in a thread that is ours to answer. */
        public MessageReceived(PageId page, String customer, Instant at, String mid, String text) {
            this(page, customer, at, mid, text, ReceivedContent.NONE, false);
        }

        @Override
        public String key() {
            return mid;
        }
    }

    /** The customer pressed a button; {@code title} is what it said. */
    record PostbackReceived(
            PageId page,
            String customer,
            Instant at,
            @Nullable String mid,
            String title,
            @Nullable String payload,
            @Nullable Referral referral,
            Boolean standby)
            implements Private {
        /** Those that an earlier version has stored say nothing of it. */
        public PostbackReceived {
            standby = requireNonNullElse(standby, false);
        }

        /** A button alone, in a thread that is ours to answer. */
        public PostbackReceived(
                PageId page,
                String customer,
                Instant at,
                @Nullable String mid,
                String title,
                @Nullable String payload) {
            this(page, customer, at, mid, title, payload, null, false);
        }

        @Override
        public String key() {
            return mid == null ? occurrence("postback", this) : mid;
        }
    }

    /**
     * The Page wrote: we did ({@code byOurApp}, and {@code metadata} is our message id), or a human in Meta's own inbox
     * or another app.
     */
    record MessageEchoed(
            PageId page,
            String customer,
            Instant at,
            String mid,
            String text,
            ReceivedContent content,
            @Nullable String metadata,
            boolean byOurApp)
            implements Private {
        /** Text alone. */
        public MessageEchoed(
                PageId page,
                String customer,
                Instant at,
                String mid,
                String text,
                @Nullable String metadata,
                boolean byOurApp) {
            this(page, customer, at, mid, text, ReceivedContent.NONE, metadata, byOurApp);
        }

        @Override
        public String key() {
            return mid;
        }
    }

    /** The Page's messages {@code mids}, and all up to {@code watermark}, reached the customer. */
    record MessagesDelivered(PageId page, String customer, Instant at, List<String> mids, Instant watermark)
            implements Private {
        @Override
        public String key() {
            return occurrence("delivery", this) + ":" + watermark.toEpochMilli();
        }
    }

    /** The customer has read all up to {@code watermark}. */
    record MessagesRead(PageId page, String customer, Instant at, Instant watermark) implements Private {
        @Override
        public String key() {
            return occurrence("read", this) + ":" + watermark.toEpochMilli();
        }
    }

    /** The customer changed a message; {@code edits} counts the changes so far, from 1, where Meta tells. */
    record MessageEdited(PageId page, String customer, Instant at, String mid, String text, int edits)
            implements Private {
        /** Meta does not tell how often the message was changed. */
        public static final int UNCOUNTED = 0;

        @Override
        public String key() {
            return "edit:" + mid + ":" + (edits == UNCOUNTED ? "at:" + at.toEpochMilli() : edits);
        }
    }

    /** A message was taken back. */
    record MessageUnsent(PageId page, String customer, Instant at, String mid) implements Private {
        @Override
        public String key() {
            return "unsent:" + mid;
        }
    }

    /** The customer put a sign on a message, or took it away; {@code name} is such as {@code love}. */
    record MessageReacted(
            PageId page,
            String customer,
            Instant at,
            String mid,
            boolean added,
            @Nullable String name,
            @Nullable String emoji)
            implements Private {
        @Override
        public String key() {
            return occurrence("reaction", this) + ":" + mid + ":" + added;
        }
    }

    /** The customer came to an existing thread by a link or an ad. */
    record CustomerReferred(PageId page, String customer, Instant at, Referral referral) implements Private {
        @Override
        public String key() {
            return occurrence("referral", this);
        }
    }

    /** The customer agreed to be written to; {@code type} is Meta's, {@code value} its ref, title or payload. */
    record CustomerOptedIn(
            PageId page,
            String customer,
            Instant at,
            @Nullable String type,
            @Nullable String value) implements Private {
        @Override
        public String key() {
            return occurrence("optin", this);
        }
    }

    /** The customer linked an account, or unlinked it. */
    record AccountLinked(PageId page, String customer, Instant at, boolean linked) implements Private {
        @Override
        public String key() {
            return occurrence("account", this) + ":" + linked;
        }
    }

    /** The customer judged a message; {@code mid} names it where Meta tells. */
    record FeedbackGiven(
            PageId page,
            String customer,
            Instant at,
            @Nullable String mid,
            String feedback) implements Private {
        @Override
        public String key() {
            return occurrence("feedback", this);
        }
    }

    /**
     * Who answers the thread has changed (Conversation Routing and the older handover protocol).
     *
     * @param app the application that has it now, or asks for it; null when nobody has it
     */
    record ThreadControlChanged(
            PageId page,
            String customer,
            Instant at,
            Control control,
            @Nullable String app) implements Private {
        /** Who may answer now. */
        public enum Control {
            OURS,
            THEIRS,
            NOBODYS,
            REQUESTED
        }

        @Override
        public String key() {
            return occurrence("control", this) + ":" + control;
        }
    }

    /** Someone commented; the Page's own comments come, too. */
    record CommentWritten(
            PageId page,
            String top,
            Instant at,
            String comment,
            @Nullable String parent,
            Party author,
            String text,
            ReceivedContent content,
            @Nullable Post post)
            implements Public {
        @Override
        public String key() {
            return comment;
        }
    }

    /** The text of a comment changed. */
    record CommentEdited(PageId page, String top, Instant at, String comment, String text) implements Public {
        @Override
        public String key() {
            return "edit:" + comment + ":" + at.toEpochMilli();
        }
    }

    /** A comment was deleted, by whomever. */
    record CommentRemoved(PageId page, String top, Instant at, String comment) implements Public {
        @Override
        public String key() {
            return "removed:" + comment;
        }
    }

    /** A comment was hidden, or shown again. */
    record CommentHidden(PageId page, String top, Instant at, String comment, boolean hidden) implements Public {
        @Override
        public String key() {
            return "hidden:" + comment + ":" + hidden + ":" + at.toEpochMilli();
        }
    }

    /** Someone named the Page in a post or a comment; Meta does not always tell who. */
    record PageMentioned(
            PageId page,
            String top,
            Instant at,
            @Nullable Party author,
            String text,
            @Nullable Post post) implements Public {
        @Override
        public String key() {
            return "mention:" + top;
        }
    }

    /** Someone recommended the Page, or advised against it. */
    record PageRated(
            PageId page,
            String top,
            Instant at,
            Party author,
            boolean positive,
            String text,
            @Nullable Post post) implements Public {
        @Override
        public String key() {
            return "rating:" + top;
        }
    }

    /** Meta warned, blocked or unblocked the Page; {@code action} is Meta's word. */
    record PolicyEnforced(
            PageId page,
            Instant at,
            String action,
            @Nullable String reason) implements OfPage {
        @Override
        public String key() {
            return "policy:" + page + ":" + at.toEpochMilli() + ":" + action;
        }
    }

    /** What nobody has told us of, kept as it came: {@code json} of the item, {@code hash} of it. */
    record Unrecognised(PageId page, Instant at, String kind, String json, String hash) implements OfPage {
        @Override
        public String key() {
            return "unrecognised:" + page + ":" + hash;
        }
    }

    private static String occurrence(String kind, InboundEvent event) {
        return event.thread() + ":" + kind + ":" + event.at().toEpochMilli();
    }
}
