package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageEchoed;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.MessagesDelivered;
import dev.pupitre.conversation.InboundEvent.MessagesRead;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Brings stored events into their conversations, in order within a thread.
 *
 * <p>Whatever fails here stays in the inbox and is submitted again by the {@link Sweeper}; every step bears that.
 */
@Component
class Relay {
    private final Lanes lanes = new Lanes("relay");
    private final ProcessedEvents processed;
    private final Arrivals arrivals;
    private final Receipts receipts;

    Relay(ProcessedEvents processed, Arrivals arrivals, Receipts receipts) {
        this.processed = processed;
        this.arrivals = arrivals;
        this.receipts = receipts;
    }

    void submit(Inbox.Pending pending) {
        lanes.submit(pending.event().thread(), () -> bring(pending));
    }

    private void bring(Inbox.Pending pending) {
        if (!processed.contains(pending.key())) {
            switch (pending.event()) {
                case MessageReceived message -> arrivals.fromCustomer(message, "message", message.text());
                case PostbackReceived postback -> arrivals.fromCustomer(postback, "postback", postback.title());
                case MessageEchoed echo -> receipts.echoed(echo);
                case MessagesDelivered delivered ->
                    receipts.reached(
                            delivered, MessageStatus.DELIVERED, Set.copyOf(delivered.mids()), delivered.watermark());
                case MessagesRead read -> receipts.reached(read, MessageStatus.READ, Set.of(), read.watermark());
            }
        }
        processed.add(pending.key());
    }
}
