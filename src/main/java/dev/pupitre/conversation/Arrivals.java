package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Puts what a customer wrote into the thread's open conversation, or opens one with it. */
@Component
class Arrivals {
    private final LiveConversations live;
    private final Recordings recordings;
    private final ProcessedEvents processed;
    private final Closing closing;
    private final Signals signals;
    private final Announcements announcements;
    private final Profiles profiles;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    Arrivals(
            LiveConversations live,
            Recordings recordings,
            ProcessedEvents processed,
            Closing closing,
            Signals signals,
            Announcements announcements,
            Profiles profiles,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.recordings = recordings;
        this.processed = processed;
        this.closing = closing;
        this.signals = signals;
        this.announcements = announcements;
        this.profiles = profiles;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    void received(MessageReceived message) {
        fromCustomer(message, "message", message.text());
    }

    void received(PostbackReceived postback) {
        fromCustomer(postback, "postback", postback.title());
    }

    /** Each round either ends or finds that another step of the same thread came first, and looks again. */
    private void fromCustomer(InboundEvent.Private event, String kind, String text) {
        while (!received(event, text) && !opened(event, kind, text)) {
            live.find(event.thread())
                    .filter(conversation -> !conversation.state().isOpen())
                    .ifPresent(closing::finish);
        }
    }

    private boolean received(InboundEvent.Private event, String text) {
        var customer = new Party(event.customer(), placeholder(event.customer()));
        var message = StoredMessage.received(
                ids.newMessage(), event.key(), Author.customer(customer), text, event.at(), Extras.NONE);
        var changed = live.receive(event.thread(), message, clock.instant());
        changed.ifPresent(conversation -> {
            announcements.message(conversation, message.id());
            shorten(conversation);
        });
        return changed.isPresent()
                || live.find(event.thread())
                        .filter(conversation ->
                                conversation.withKey(event.key()).isPresent())
                        .isPresent();
    }

    private boolean opened(InboundEvent.Private event, String kind, String text) {
        var known = recordings.thread(event.thread());
        var customer = known.map(Recordings.KnownThread::customer)
                .orElseGet(() -> new Party(event.customer(), placeholder(event.customer())));
        var now = clock.instant();
        var first = StoredMessage.received(
                ids.newMessage(), event.key(), Author.customer(customer), text, event.at(), Extras.NONE);
        var page = new Party(event.page().value(), nameOf(event.page()));
        var conversation = StoredConversation.opened(
                event.thread(),
                ids.newConversation(),
                page,
                customer,
                null,
                Origin.MESSENGER,
                new Window(event.at(), event.at()),
                first,
                new Due(Due.Kind.START, kind, now));
        if (processed.contains(event.key())) {
            return true;
        }
        if (!live.open(conversation)) {
            return false;
        }
        signals.handOn(conversation);
        announcements.message(conversation, first.id());
        if (customer.name().equals(placeholder(event.customer()))) {
            profiles.learn(conversation);
        }
        return true;
    }

    /** A document that grows without end would make each further message dearer; what is to be sent stays in it. */
    private void shorten(StoredConversation conversation) {
        if (conversation.messages().size() < 2 * Recordings.PART_SIZE) {
            return;
        }
        var oldest = conversation.messages().subList(0, Recordings.PART_SIZE);
        if (oldest.stream().anyMatch(message -> message.status().isUnsettled())) {
            return;
        }
        processed.write(oldest.stream().map(StoredMessage::key).toList());
        recordings.keep(conversation.conversationId(), conversation.moved(), oldest);
        live.shorten(conversation, oldest);
    }

    private String nameOf(PageId page) {
        return pages.find(page).map(Page::name).orElse(page.value());
    }

    private static String placeholder(String customer) {
        return "Customer " + customer.substring(Math.max(0, customer.length() - 4));
    }
}
