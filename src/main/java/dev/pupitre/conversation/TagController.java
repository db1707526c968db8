package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A conversation's tags over HTTP; both calls may be repeated. */
@ForAgents
@RestController
@RequestMapping("/api/v1/conversations/{id}/tags")
class TagController {
    record Tags(@NotEmpty @Size(max = Tagging.MOST) List<@NotNull String> tags) {}

    private final Tagging tagging;

    TagController(Tagging tagging) {
        this.tagging = tagging;
    }

    @PostMapping
    Conversation add(@PathVariable ConversationId id, @Valid @RequestBody Tags tags) {
        return tagging.add(id, tags.tags());
    }

    /** By parameter, as a tag may be of any characters. */
    @DeleteMapping
    Conversation remove(@PathVariable ConversationId id, @RequestParam String tag) {
        return tagging.remove(id, tag);
    }
}
