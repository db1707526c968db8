package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.AccountLinked;
import dev.pupitre.conversation.InboundEvent.CustomerOptedIn;
import dev.pupitre.conversation.InboundEvent.CustomerReferred;
import dev.pupitre.conversation.InboundEvent.FeedbackGiven;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers do beside writing: a line in the transcript, but no conversation. */
@Component
class Asides {
    private final OpenTranscripts open;
    private final Recordings recordings;
    private final KnownThreads knownThreads;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Asides(
            OpenTranscripts open,
            Recordings recordings,
            KnownThreads knownThreads,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.open = open;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** Where no conversation is open the thread keeps it for the next one. */
    void referred(CustomerReferred event) {
        var line = line(event, Arrival.referred(event.referral()));
        var window = Window.ofSign(event.at());
        var referred = open.refer(event.thread(), event.referral(), line, window, clock.instant());
        if (referred.isPresent()) {
            announcements.message(referred.get(), line.id());
        } else if (!open.touch(event.thread(), window)) {
            knownThreads.refer(event.thread(), event.customer(), event.referral(), window, event.at());
        }
    }

    /** By a plugin the customer starts to talk to the Page, which opens the window. */
    void optedIn(CustomerOptedIn event) {
        var values = new TreeMap<String, String>();
        put(values, "type", event.type());
        put(values, "value", event.value());
        if (event.type() == null) {
            var window = Window.ofSign(event.at());
            if (!open.touch(event.thread(), window)) {
                knownThreads.touch(event.thread(), event.customer(), window);
            }
        }
        note(event, new Happening(Happening.Type.OPTED_IN, values));
    }

    void linked(AccountLinked event) {
        var type = event.linked() ? Happening.Type.ACCOUNT_LINKED : Happening.Type.ACCOUNT_UNLINKED;
        note(event, new Happening(type, Map.of()));
    }

    void judged(FeedbackGiven event) {
        note(event, new Happening(Happening.Type.FEEDBACK, Map.of("feedback", event.feedback())));
    }

    /** In the open conversation, or else in the last one, which it may be about. */
    private void note(InboundEvent event, Happening happening) {
        var line = line(event, happening);
        var noted = open.note(event.thread(), line, clock.instant());
        if (noted.isPresent()) {
            announcements.message(noted.get(), line.id());
        } else {
            knownThreads
                    .lastConversation(event.thread())
                    .flatMap(last -> recordings.append(last, line))
                    .ifPresent(over -> announcements.message(over, line.id()));
        }
    }

    private StoredMessage line(InboundEvent event, Happening happening) {
        return StoredMessage.line(ids.newMessage(), Arrival.lineKey(event.key()), happening, event.at());
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
