package dev.pupitre.conversation;

import dev.pupitre.conversation.ConversationArchive.TranscriptPage;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was written in a conversation, page by page; who reads a colleague's as it goes on is written down. */
@RestController
@RequestMapping("/api/v1/conversations/{id}/messages")
class TranscriptController {
    private static final int MAX_PAGE = 200;

    private final Conversations conversations;
    private final ConversationArchive archive;
    private final SilentReaders readers;

    TranscriptController(Conversations conversations, ConversationArchive archive, SilentReaders readers) {
        this.conversations = conversations;
        this.archive = archive;
        this.readers = readers;
    }

    @GetMapping
    TranscriptPage transcript(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Min(1) @Nullable Integer before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int size) {
        var conversation = conversations.stored(id);
        readers.opens(caller, conversation);
        return archive.transcript(conversation, before, size);
    }
}
