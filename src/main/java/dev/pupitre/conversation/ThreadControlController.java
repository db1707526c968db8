package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Who answers a thread, over HTTP. */
@RestController
class ThreadControlController {
    private final ThreadControl control;

    ThreadControlController(ThreadControl control) {
        this.control = control;
    }

    @ForAgents
    @PostMapping("/api/v1/conversations/{id}/thread-control")
    Conversation change(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Wish wish) {
        return control.change(caller, id, wish.action(), wish.app());
    }

    /** {@code app} is Meta's number of the application that is to have it. */
    record Wish(
            ThreadControl.@NotNull Action action,
            @Pattern(regexp = "\\d{1,25}") @Nullable String app) {}
}
