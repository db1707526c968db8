package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.live.Watcher;
import dev.pupitre.live.Watchers;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who has a conversation on the screen: said by each browser again and again, and seen by the others. */
@ForAgents
@RestController
@RequestMapping("/api/v1/conversations/{id}/watch")
class WatchController {
    private static final int LONGEST_TAB = 50;

    /** @param tab the browser's own name for its window, so that another one of the same user goes on looking */
    record Look(
            boolean typing,
            @Nullable @Size(max = LONGEST_TAB) String tab) {}

    private final Watchers watchers;

    WatchController(Watchers watchers) {
        this.watchers = watchers;
    }

    @PutMapping
    List<Watcher> look(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Look look) {
        return watchers.look(id.value(), caller, look.typing(), look.tab());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @RequestParam(required = false) @Nullable String tab) {
        watchers.leave(id.value(), caller, tab);
    }
}
