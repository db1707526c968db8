package dev.pupitre.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What this node has opened or prepared a moment ago, so that the next step of its process need not read it again.
 *
 * <p>Each is given out once. Whoever takes it writes on the condition that nothing that matters has changed since, and
 * reads it where that fails.
 */
@Component
class Fresh {
    private static final int MOST = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Cache<ConversationId, StoredConversation> opened = cache();
    private final Cache<ConversationId, Progress> prepared = cache();

    private static <T> Cache<ConversationId, T> cache() {
        return Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();
    }

    void opened(StoredConversation conversation) {
        opened.put(conversation.conversationId(), conversation);
    }

    Optional<StoredConversation> takeOpened(ConversationId id) {
        return Optional.ofNullable(opened.asMap().remove(id));
    }

    void prepared(StoredConversation conversation) {
        prepared.put(conversation.conversationId(), Progress.of(conversation));
    }

    Optional<Progress> takePrepared(ConversationId id) {
        return Optional.ofNullable(prepared.asMap().remove(id));
    }
}
