package dev.pupitre.conversation;

import dev.pupitre.conversation.KnownThreads.KnownThread;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens conversations, each with what is known of its thread from those before. */
@Component
class Openings {
    private final LiveConversations live;
    private final BlockedArrivals blocked;
    private final KnownThreads knownThreads;
    private final ProcessedEvents processed;
    private final Filing filing;
    private final Fresh fresh;
    private final Signals signals;
    private final Announcements announcements;
    private final Profiles profiles;
    private final Posts posts;
    private final Fetching fetching;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    Openings(
            LiveConversations live,
            BlockedArrivals blocked,
            KnownThreads knownThreads,
            ProcessedEvents processed,
            Filing filing,
            Fresh fresh,
            Signals signals,
            Announcements announcements,
            Profiles profiles,
            Posts posts,
            Fetching fetching,
            Pages pages,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.blocked = blocked;
        this.knownThreads = knownThreads;
        this.processed = processed;
        this.filing = filing;
        this.fresh = fresh;
        this.signals = signals;
        this.announcements = announcements;
        this.profiles = profiles;
        this.posts = posts;
        this.fetching = fetching;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns false when another one is in the way, and the event may belong there.
     *
     * @param known of the thread; empty where there was no conversation in it
     */
    boolean open(Arrival arrival, Optional<KnownThread> known) {
        if (arrival.standby()) {
            knownThreads.touch(arrival.thread(), arrival.customer().id(), arrival.window());
            return true;
        }
        var conversation = conversation(arrival, known);
        if (processed.contains(arrival.message().key())) {
            return true;
        }
        if (blocked.takes(arrival, conversation)) {
            return true;
        }
        if (!live.open(conversation)) {
            return false;
        }
        fresh.opened(conversation);
        // Before its process begins, which may have to know it.
        profiles.learn(conversation);
        signals.handOn(conversation);
        announcements.message(conversation, arrival.message().id());
        fetching.take(conversation);
        posts.learn(conversation);
        return true;
    }

    /** A conversation that is over, but not put away, holds up the next one. */
    void clearTheWay(String thread) {
        live.find(thread).filter(conversation -> !conversation.state().isOpen()).ifPresent(filing::putAway);
    }

    private StoredConversation conversation(Arrival arrival, Optional<KnownThread> known) {
        var now = clock.instant();
        var customer = arrival.named()
                ? arrival.customer()
                : known.map(KnownThread::customer).orElse(arrival.customer());
        var referral = Optional.ofNullable(arrival.origin().referral())
                .or(() -> known.map(KnownThread::referred).map(KnownThreads.Referred::referral))
                .orElse(null);
        var window = known.map(KnownThread::window).orElse(Window.CLOSED);
        return StoredConversation.opened(
                arrival.thread(),
                ids.newConversation(),
                new Party(arrival.page().value(), nameOf(arrival.page())),
                customer,
                known.map(KnownThread::profile).orElse(null),
                new Origin(arrival.origin().channel(), arrival.origin().post(), referral, null),
                arrival.window().or(window),
                messages(arrival, referral),
                due(arrival, now),
                now);
    }

    /** The customer came by the link first, and wrote then. */
    private List<StoredMessage> messages(Arrival arrival, @Nullable Referral referral) {
        var messages = new ArrayList<StoredMessage>();
        if (referral != null) {
            messages.add(StoredMessage.line(
                    ids.newMessage(),
                    Arrival.lineKey(arrival.message().key()),
                    Arrival.referred(referral),
                    arrival.at()));
        }
        messages.add(arrival.message());
        return messages;
    }

    private static List<Due> due(Arrival arrival, Instant now) {
        var start = new Due(Due.Kind.START, arrival.kind(), now);
        var message = arrival.message();
        return message.awaitsFiles()
                ? List.of(start, new Due(Due.Kind.FETCH, message.id().value(), now))
                : List.of(start);
    }

    private String nameOf(PageId page) {
        return pages.find(page).map(Page::name).orElse(page.value());
    }
}
