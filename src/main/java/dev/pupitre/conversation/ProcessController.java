package dev.pupitre.conversation;

import dev.pupitre.conversation.Passage.Step;
import dev.pupitre.engine.ProcessModels;
import dev.pupitre.kernel.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    /**
     * A conversation's way.
     *
     * @param version of the model that is deployed now, as the engine counts it
     * @param ran the version that has led the conversation; null where that was not recorded
     * @param drawing under which id that version is kept; null for none, and the present one stands for it
     * @param steps oldest first
     */
    record Way(
            String process,
            @Nullable Integer version,
            @Nullable Integer ran,
            @Nullable String drawing,
            List<Step> steps,
            List<Decision> decisions) {}

    private final Conversations conversations;
    private final ProcessModels models;
    private final ProcessDrawings drawings;
    private final Clock clock;

    ProcessController(Conversations conversations, ProcessModels models, ProcessDrawings drawings, Clock clock) {
        this.conversations = conversations;
        this.models = models;
        this.drawings = drawings;
        this.clock = clock;
    }

    @GetMapping("/conversations/{id}/process")
    Way way(@PathVariable ConversationId id) {
        var conversation = conversations.stored(id);
        var model = Optional.ofNullable(conversation.course().trail().model());
        return new Way(
                ProcessDrawings.PROCESS,
                models.get(ProcessDrawings.PROCESS).version(),
                model.map(Trail.Model::version).orElse(null),
                model.map(Trail.Model::drawing).orElse(null),
                Passage.of(conversation, clock.instant()),
                conversation.course().decisions());
    }

    /** The drawing as it is now, which changes with a new version of Pupitre only. */
    @GetMapping(path = "/process-models/conversation", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> model() {
        return drawn(models.get(ProcessDrawings.PROCESS).xml(), Duration.ofMinutes(5));
    }

    /** A drawing that is kept, which never changes. */
    @GetMapping(path = "/process-models/conversation/{drawing}", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> kept(@PathVariable String drawing) {
        var kept = drawings.find(drawing).orElseThrow(() -> new DrawingNotFound(drawing));
        return drawn(kept.xml(), Duration.ofDays(30));
    }

    private static ResponseEntity<String> drawn(String xml, Duration keep) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(keep).cachePrivate())
                .body(xml);
    }
}
