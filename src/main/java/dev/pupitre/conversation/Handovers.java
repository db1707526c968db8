package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.ThreadControlChanged;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who answers a thread: we, another application, or whoever comes first (Messenger Platform, Conversation Routing). */
@Component
class Handovers {
    private final LiveService service;
    private final OpenTranscripts open;
    private final Announcements announcements;
    private final ApplicationEventPublisher events;
    private final Ids ids;
    private final Clock clock;

    Handovers(
            LiveService service,
            OpenTranscripts open,
            Announcements announcements,
            ApplicationEventPublisher events,
            Ids ids,
            Clock clock) {
        this.service = service;
        this.open = open;
        this.announcements = announcements;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    void changed(ThreadControlChanged event) {
        switch (event.control()) {
            case OURS, NOBODYS -> cameBack(event.thread(), event.key(), event.at());
            case THEIRS -> left(event.thread(), event.key(), event.app(), event.at());
            case REQUESTED -> requested(event);
        }
    }

    /** Another application answers from then on: our clocks stand still, and nobody here is handed it. */
    Optional<StoredConversation> left(String thread, String cause, @Nullable String app, Instant at) {
        var line = line(cause, new Happening(Happening.Type.PASSED_ELSEWHERE, values(app)), at);
        var left = service.leave(thread, new Elsewhere(app, at), line, clock.instant());
        left.ifPresent(conversation -> {
            announcements.message(conversation, line.id());
            announcements.conversation(conversation);
            events.publishEvent(new ConversationEvent.WentElsewhere(conversation.conversationId()));
        });
        return left;
    }

    /** It is ours again: the clocks go on, and who waited is back in the old place of the queue. */
    Optional<StoredConversation> cameBack(String thread, String cause, Instant at) {
        var line = line(cause, new Happening(Happening.Type.CAME_BACK, Map.of()), at);
        var back = service.comeBack(thread, at, line, clock.instant());
        back.ifPresent(conversation -> {
            announcements.message(conversation, line.id());
            announcements.conversation(conversation);
            events.publishEvent(new ConversationEvent.CameBack(conversation.conversationId()));
        });
        return back;
    }

    private void requested(ThreadControlChanged event) {
        var line = line(event.key(), new Happening(Happening.Type.CONTROL_REQUESTED, values(event.app())), event.at());
        open.note(event.thread(), line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }

    private StoredMessage line(String cause, Happening happening, Instant at) {
        return StoredMessage.line(ids.newMessage(), Arrival.lineKey(cause), happening, at);
    }

    private static Map<String, String> values(@Nullable String app) {
        return app == null ? Map.of() : Map.of("app", app);
    }
}
