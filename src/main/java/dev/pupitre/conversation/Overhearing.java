package dev.pupitre.conversation;

import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows what the Page wrote elsewhere, and has nothing automatic sent from then on: a human is at it. */
@Component
class Overhearing {
    private final OpenTranscripts open;
    private final Announcements announcements;
    private final Fetching fetching;
    private final Ids ids;
    private final Clock clock;

    Overhearing(OpenTranscripts open, Announcements announcements, Fetching fetching, Ids ids, Clock clock) {
        this.open = open;
        this.announcements = announcements;
        this.fetching = fetching;
        this.ids = ids;
        this.clock = clock;
    }

    void overhear(String thread, StoredMessage message) {
        open.overhear(thread, message, clock.instant()).ifPresent(conversation -> {
            announcements.message(conversation, message.id());
            fetching.take(conversation);
        });
        var line = StoredMessage.line(
                ids.newMessage(),
                Arrival.lineKey(message.key()),
                new Happening(Happening.Type.BOT_PAUSED, Map.of()),
                message.at());
        open.pauseBot(thread, line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
