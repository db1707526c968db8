package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.MessageId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reactions, comments and signs over HTTP. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class GestureController {
    private final Gestures gestures;

    GestureController(Gestures gestures) {
        this.gestures = gestures;
    }

    @ForAgents
    @PutMapping("/messages/{message}/reaction")
    Message react(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @PathVariable MessageId message,
            @Valid @RequestBody Sign sign) {
        return gestures.react(caller, id, message, sign.emoji());
    }

    record Sign(@NotBlank @Size(max = 32) String emoji) {}

    @ForAgents
    @DeleteMapping("/messages/{message}/reaction")
    Message takeBack(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @PathVariable MessageId message) {
        return gestures.react(caller, id, message, null);
    }

    @ForAgents
    @PutMapping("/messages/{message}/comment")
    Message change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @PathVariable MessageId message,
            @RequestBody CommentChange change) {
        return gestures.change(caller, id, message, change.hidden(), change.liked());
    }

    /** What is null stays. */
    record CommentChange(@Nullable Boolean hidden, @Nullable Boolean liked) {}

    @ForAgents
    @DeleteMapping("/messages/{message}/comment")
    Message delete(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @PathVariable MessageId message) {
        return gestures.delete(caller, id, message);
    }

    @ForAgents
    @PostMapping("/typing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void typing(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        gestures.typing(caller, id);
    }

    @ForAgents
    @PostMapping("/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seen(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        gestures.seen(caller, id);
    }
}
