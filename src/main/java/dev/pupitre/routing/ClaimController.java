package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an agent take a conversation out of the queue or out of another agent's hands. */
@RestController
class ClaimController {
    private final Routing routing;

    ClaimController(Routing routing) {
        this.routing = routing;
    }

    @ForAgents
    @PostMapping("/api/v1/conversations/{id}/claim")
    Conversation claim(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        return routing.claim(caller, id);
    }
}
