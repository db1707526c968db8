package dev.pupitre.conversation;

import dev.pupitre.conversation.Erasure.Erased;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Erases one conversation, open or over.
 *
 * <p>The first step ends it, so that nothing is added any more; the last one takes its document away. Whatever breaks
 * off between them leaves the customer's id somewhere, by which a repeat finds it.
 */
@Component
class ConversationEraser {
    private final LiveEndings endings;
    private final Recordings recordings;
    private final KnownThreads knownThreads;
    private final Traces traces;
    private final ThreadTraces threads;
    private final ProcessedEvents processed;
    private final Signals signals;
    private final Files files;
    private final Announcements announcements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConversationEraser(
            LiveEndings endings,
            Recordings recordings,
            KnownThreads knownThreads,
            Traces traces,
            ThreadTraces threads,
            ProcessedEvents processed,
            Signals signals,
            Files files,
            Announcements announcements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.endings = endings;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.traces = traces;
        this.threads = threads;
        this.processed = processed;
        this.signals = signals;
        this.files = files;
        this.announcements = announcements;
        this.events = events;
        this.clock = clock;
    }

    Erased erase(StoredConversation found) {
        var id = found.conversationId();
        var wasLive = endings.erase(id, clock.instant());
        var conversation = wasLive.or(() -> recordings.find(id)).orElse(found);
        if (StoredConversation.ERASED.equals(conversation.resolution())) {
            signals.end(conversation);
        }
        var messages = new ArrayList<>(traces.movedMessages(conversation));
        messages.addAll(conversation.messages());
        var filesOfIt =
                Stream.concat(filesOf(messages), pictureOf(conversation)).toList();
        filesOfIt.forEach(files::delete);
        processed.write(messages.stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(StoredMessage::key)
                .filter(key -> !Traces.names(key))
                .toList());
        traces.removeParts(conversation);
        traces.removeMentions(id);
        threads.removeItems(conversation);
        // Before the last traces go by which a repeat finds the conversation.
        events.publishEvent(new ConversationEvent.Erased(id));
        var rest = traces.keepRest(conversation);
        traces.removeLive(id);
        // Once more: a note that was on its way, and who counts, found the conversation until now.
        traces.removeMentions(id);
        events.publishEvent(new ConversationEvent.Erased(id));
        if (wasLive.isPresent()) {
            announcements.conversation(rest);
            events.publishEvent(new ConversationEvent.Closed(id, conversation.assignee()));
        }
        return new Erased(1, messages.size(), filesOfIt);
    }

    /** A picture that the thread shows as well, for what comes after, goes with the thread. */
    private Stream<String> pictureOf(StoredConversation conversation) {
        return shownBy(conversation.profile())
                .filter(picture -> knownThreads.find(conversation.thread()).stream()
                        .flatMap(thread -> shownBy(thread.profile()))
                        .noneMatch(picture::equals));
    }

    private static Stream<String> shownBy(@Nullable CustomerProfile profile) {
        return profile == null ? Stream.empty() : Stream.ofNullable(profile.picture());
    }

    static Stream<String> filesOf(List<StoredMessage> messages) {
        return messages.stream()
                .flatMap(message -> message.extras().attachments().stream())
                .map(StoredAttachment::id);
    }
}
