package dev.pupitre.conversation;

import dev.pupitre.conversation.Passage.Step;
import dev.pupitre.engine.ProcessModels;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way a conversation has taken through its process: from what was recorded, whatever the engine keeps of it. */
@RestController
@RequestMapping("/api/v1")
class ProcessController {
    private static final String PROCESS = "conversation";

    /**
     * A conversation's way.
     *
     * @param version of the model that is shown, as the engine counts it
     * @param steps oldest first
     */
    record Way(String process, @Nullable Integer version, List<Step> steps, List<Decision> decisions) {}

    private final Conversations conversations;
    private final ProcessModels models;

    ProcessController(Conversations conversations, ProcessModels models) {
        this.conversations = conversations;
        this.models = models;
    }

    @GetMapping("/conversations/{id}/process")
    Way way(@PathVariable ConversationId id) {
        var conversation = conversations.stored(id);
        return new Way(
                PROCESS,
                models.get(PROCESS).version(),
                Passage.of(conversation),
                conversation.course().decisions());
    }

    /** The drawing, which changes with a new version of Pupitre only. */
    @GetMapping(path = "/process-models/conversation", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> model() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
                .body(models.get(PROCESS).xml());
    }
}
