package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down in batches whose start the engine has taken. Most processes have asked for something by then, which is
 * written with the same; what a crash forgets here is published again, and the engine knows it.
 */
@Component
class TakenStarts {
    private final LiveConversations live;
    private final Set<ConversationId> unwritten = ConcurrentHashMap.newKeySet();

    TakenStarts(LiveConversations live) {
        this.live = live;
    }

    void add(ConversationId conversation) {
        unwritten.add(conversation);
    }

    @Scheduled(fixedDelayString = "${pupitre.conversation.starts-interval:500ms}")
    void flush() {
        var conversations = List.copyOf(unwritten);
        if (!conversations.isEmpty()) {
            live.started(conversations);
            conversations.forEach(unwritten::remove);
        }
    }
}
