package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a customer was talked to about before. */
@RestController
class EarlierController {
    private final Conversations conversations;
    private final Recordings recordings;

    EarlierController(Conversations conversations, Recordings recordings) {
        this.conversations = conversations;
        this.recordings = recordings;
    }

    /** Those of the same thread that were opened before it, newest first, as far as they are remembered. */
    @GetMapping("/api/v1/conversations/{id}/earlier")
    List<Conversation> earlier(@PathVariable ConversationId id) {
        var conversation = conversations.stored(id);
        return conversation.isErased()
                ? List.of()
                : recordings
                        .thread(conversation.thread())
                        .map(Recordings.KnownThread::newestFirst)
                        .orElse(List.of())
                        .stream()
                        .filter(other -> !other.equals(id))
                        .flatMap(other -> recordings.find(other).stream())
                        .filter(other -> !other.isErased())
                        .filter(other -> other.openedAt().isBefore(conversation.openedAt()))
                        .map(StoredConversation::view)
                        .toList();
    }
}
