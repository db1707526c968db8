package dev.pupitre.conversation;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something Meta told us about one private thread of a Page, as far as it is understood.
 *
 * <p>The customer is named by the page-scoped id (PSID). {@code at} is Meta's time stamp of the event.
 */
public sealed interface InboundEvent {
    PageId page();

    String customer();

    Instant at();

    /** The same event always has the same key, however often Meta delivers it. */
    String key();

    /** The private thread the event belongs to; also the order in which events are worked on. */
    default String thread() {
        return "m:" + page() + ":" + customer();
    }

    /** The customer wrote; {@code text} says in words what came where it was not text. */
    record MessageReceived(PageId page, String customer, Instant at, String mid, String text) implements InboundEvent {
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
            @Nullable String payload) implements InboundEvent {
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
            @Nullable String metadata,
            boolean byOurApp)
            implements InboundEvent {
        @Override
        public String key() {
            return mid;
        }
    }

    /** The Page's messages {@code mids}, and all up to {@code watermark}, reached the customer. */
    record MessagesDelivered(PageId page, String customer, Instant at, List<String> mids, Instant watermark)
            implements InboundEvent {
        @Override
        public String key() {
            return occurrence("delivery", this) + ":" + watermark.toEpochMilli();
        }
    }

    /** The customer has read all up to {@code watermark}. */
    record MessagesRead(PageId page, String customer, Instant at, Instant watermark) implements InboundEvent {
        @Override
        public String key() {
            return occurrence("read", this) + ":" + watermark.toEpochMilli();
        }
    }

    private static String occurrence(String kind, InboundEvent event) {
        return event.thread() + ":" + kind + ":" + event.at().toEpochMilli();
    }
}
