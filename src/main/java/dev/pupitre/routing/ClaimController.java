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

/** Lets an agent take a conversation out of the queue or out of another agent's hands. */
@RestController
class ClaimController {
    /** @param waiting whether it is only wanted if nobody has it yet */
    record Claim(@Nullable Boolean waiting) {}

    private final Routing routing;

    ClaimController(Routing routing) {
        this.routing = routing;
    }

    @ForAgents
    @PostMapping("/api/v1/conversations/{id}/claim")
    Conversation claim(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @RequestBody(required = false) @Nullable Claim claim) {
        return routing.claim(caller, id, claim != null && Boolean.TRUE.equals(claim.waiting()));
    }
}
