package dev.pupitre.conversation;

import dev.pupitre.conversation.MessagingRules.MessagingPolicy;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.MessageId;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers over HTTP, and what may be answered at all. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class ReplyController {
    private final Conversations conversations;
    private final Replies replies;
    private final MessagingRules rules;

    ReplyController(Conversations conversations, Replies replies, MessagingRules rules) {
        this.conversations = conversations;
        this.replies = replies;
        this.rules = rules;
    }

    /** Accepted, not sent: the outbox sends it, and the status tells the outcome. */
    @ForAgents
    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Message reply(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Reply reply) {
        return replies.reply(caller, id, reply);
    }

    @ForAgents
    @PostMapping("/messages/{message}/retry")
    Message retry(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @PathVariable MessageId message) {
        return replies.retry(caller, id, message);
    }

    @ForAgents
    @PostMapping("/messages/{message}/discard")
    Message discard(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @PathVariable MessageId message) {
        return replies.discard(caller, id, message);
    }

    @GetMapping("/messaging-policy")
    MessagingPolicy policy(@PathVariable ConversationId id) {
        return rules.policy(conversations.stored(id));
    }
}
