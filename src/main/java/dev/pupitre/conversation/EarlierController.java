package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a customer was talked to about before. */
@RestController
class EarlierController {
    private static final int SHOWN = 20;

    private final Conversations conversations;
    private final Recordings recordings;

    EarlierController(Conversations conversations, Recordings recordings) {
        this.conversations = conversations;
        this.recordings = recordings;
    }

    /**
     * Those of the same thread that were opened before it, and those of the same customer of the Page: a person's
     * comments and Messenger conversations meet where Facebook names them by the same Page-scoped id.
     */
    @GetMapping("/api/v1/conversations/{id}/earlier")
    List<Conversation> earlier(@PathVariable ConversationId id) {
        var conversation = conversations.stored(id);
        return conversation.isErased()
                ? List.of()
                : Stream.concat(
                                recordings.ofThread(conversation, SHOWN).stream(),
                                recordings.ofCustomer(conversation, SHOWN).stream())
                        .filter(other -> !other.conversationId().equals(id) && !other.isErased())
                        .sorted(Comparator.comparing(StoredConversation::openedAt)
                                .reversed())
                        .map(StoredConversation::view)
                        .distinct()
                        .limit(SHOWN)
                        .toList();
    }
}
