package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets an agent take a conversation out of the queue or out of another agent's hands, or go on with one that is over. */
@RestController
class ClaimController {
    /** @param waiting whether it is only wanted if nobody has it yet */
    record Claim(@Nullable Boolean waiting) {}

    private final Routing routing;
    private final Reopenings reopenings;

    ClaimController(Routing routing, Reopenings reopenings) {
        this.routing = routing;
        this.reopenings = reopenings;
    }

    @ForAgents
    @PostMapping("/api/v1/conversations/{id}/claim")
    Conversation claim(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @RequestBody(required = false) @Nullable Claim claim) {
        return routing.claim(caller, id, claim != null && Boolean.TRUE.equals(claim.waiting()));
    }

    @ForAgents
    @PostMapping("/api/v1/conversations/{id}/reopen")
    Conversation reopen(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        return reopenings.reopen(caller, id);
    }
}
