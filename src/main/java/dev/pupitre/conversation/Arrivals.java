package dev.pupitre.conversation;

import dev.pupitre.conversation.Afterwards.Answer;
import dev.pupitre.conversation.InboundEvent.MessageReceived;
import dev.pupitre.conversation.InboundEvent.PostbackReceived;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts what a customer did into the thread's open conversation, or opens one with it. */
@Component
class Arrivals {
    private final OpenTranscripts open;
    private final LiveConversations live;
    private final KnownThreads knownThreads;
    private final Openings openings;
    private final Shortening shortening;
    private final Attachments attachments;
    private final Fetching fetching;
    private final Handovers handovers;
    private final ObjectProvider<Afterwards> afterwards;
    private final Signals signals;
    private final ResponseClocks clocks;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Arrivals(
            OpenTranscripts open,
            LiveConversations live,
            KnownThreads knownThreads,
            Openings openings,
            Shortening shortening,
            Attachments attachments,
            Fetching fetching,
            Handovers handovers,
            ObjectProvider<Afterwards> afterwards,
            Signals signals,
            ResponseClocks clocks,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.open = open;
        this.live = live;
        this.knownThreads = knownThreads;
        this.openings = openings;
        this.shortening = shortening;
        this.attachments = attachments;
        this.fetching = fetching;
        this.handovers = handovers;
        this.afterwards = afterwards;
        this.signals = signals;
        this.clocks = clocks;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    void received(MessageReceived message) {
        var content = message.content() == null ? ReceivedContent.NONE : message.content();
        var extras = Extras.received(attachments.of(content), content.replyTo());
        var arrival = ofCustomer(
                message,
                "message",
                message.text(),
                extras,
                content.referral(),
                Window.ofMessage(message.at()),
                message.standby());
        var answer = new Answer(
                message.thread(),
                message.customer(),
                message.mid(),
                message.text(),
                content.quickReply(),
                message.at());
        if (arrival.standby()) {
            take(arrival);
        } else if (answer.payload() == null || !isTakenAfterwards(answer)) {
            take(arrival, () -> isTakenAfterwards(answer));
        }
    }

    /** What a conversation asked after its end is answered in its recording, and opens no other. */
    private boolean isTakenAfterwards(Answer answer) {
        return afterwards.stream().anyMatch(asker -> asker.takes(answer));
    }

    void received(PostbackReceived postback) {
        take(ofCustomer(
                postback,
                "postback",
                postback.title(),
                Extras.NONE,
                postback.referral(),
                Window.ofSign(postback.at()),
                postback.standby()));
    }

    private Arrival ofCustomer(
            InboundEvent.Private event,
            String kind,
            String text,
            Extras extras,
            @Nullable Referral referral,
            Window window,
            boolean standby) {
        var customer = Arrival.stranger(event.customer());
        var message = StoredMessage.received(
                ids.newMessage(), event.key(), Author.customer(customer), text, event.at(), extras);
        var origin = new Origin(Channel.MESSENGER, null, referral, null);
        return new Arrival(event.thread(), event.page(), kind, customer, false, message, origin, window, standby);
    }

    void take(Arrival arrival) {
        take(arrival, () -> false);
    }

    /**
     * Each round either ends or finds that another step of the same thread came first, and looks again.
     *
     * @param takenOtherwise asked where nothing is open, but something was: whether it opens nothing either
     */
    private void take(Arrival arrival, BooleanSupplier takenOtherwise) {
        while (!received(arrival)) {
            var known = knownThreads.find(arrival.thread());
            if ((known.isPresent() && takenOtherwise.getAsBoolean()) || openings.open(arrival, known)) {
                return;
            }
            openings.clearTheWay(arrival.thread());
        }
    }

    private boolean received(Arrival arrival) {
        if (arrival.origin().referral() != null) {
            refer(arrival, arrival.origin().referral());
        }
        var now = clock.instant();
        var added = added(arrival, now);
        if (added.isPresent()) {
            follow(arrival, added.get(), now);
            return true;
        }
        var there = live.find(arrival.thread());
        if (there.isEmpty() || there.get().withKey(arrival.message().key()).isPresent()) {
            return there.isPresent();
        }
        var awaited = awaited(arrival, there.get(), now);
        awaited.ifPresent(conversation -> follow(arrival, conversation, now));
        return awaited.isPresent();
    }

    private Optional<StoredConversation> added(Arrival arrival, Instant now) {
        return arrival.standby()
                ? open.witness(arrival.thread(), arrival.message(), arrival.window(), now)
                : open.receive(arrival.thread(), arrival.message(), arrival.window(), now);
    }

    private Optional<StoredConversation> awaited(Arrival arrival, StoredConversation there, Instant now) {
        return arrival.standby() || !there.course().awaited()
                ? Optional.empty()
                : open.receiveAwaited(arrival.thread(), arrival.message(), arrival.window(), now);
    }

    private void follow(Arrival arrival, StoredConversation conversation, Instant now) {
        var message = arrival.message();
        signals.handOnAwaited(conversation, message.id());
        announcements.message(conversation, message.id());
        fetching.take(conversation);
        shortening.shorten(conversation);
        if (arrival.standby()) {
            return;
        }
        if (conversation.service().elsewhere() != null) {
            // Meta does not tell when another application's time with a thread runs out: what comes is ours again.
            handovers.cameBack(arrival.thread(), message.key(), message.at());
        }
        clocks.customerWrote(conversation, now);
    }

    /** Tells in the open conversation of the link or the ad; false when none is open. */
    private void refer(Arrival arrival, Referral referral) {
        var line = StoredMessage.line(
                ids.newMessage(), Arrival.lineKey(arrival.message().key()), Arrival.referred(referral), arrival.at());
        Optional<StoredConversation> referred =
                open.refer(arrival.thread(), referral, line, arrival.window(), clock.instant());
        referred.ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
