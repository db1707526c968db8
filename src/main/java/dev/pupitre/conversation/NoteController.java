package dev.pupitre.conversation;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Notes among colleagues over HTTP, and where the caller was named in one. */
@RestController
@RequestMapping("/api/v1")
class NoteController {
    /** @param key makes a repetition of the call harmless */
    record Note(
            @NotBlank @Size(max = 5000) String text,
            @Size(max = 64) @Nullable String key) {}

    record MentionList(List<Mention> items, long unseen) {
        static MentionList of(List<Mention> items) {
            return new MentionList(
                    items, items.stream().filter(mention -> !mention.seen()).count());
        }
    }

    /** @param conversationId none for all of them */
    record Seen(@Nullable ConversationId conversationId) {}

    private final Notes notes;
    private final Mentions mentions;
    private final MentionedPeople people;

    NoteController(Notes notes, Mentions mentions, MentionedPeople people) {
        this.notes = notes;
        this.mentions = mentions;
        this.people = people;
    }

    @ForAgents
    @PostMapping("/conversations/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Message write(
            @AuthenticationPrincipal Caller caller, @PathVariable ConversationId id, @Valid @RequestBody Note note) {
        return notes.write(caller, id, note.text().strip(), note.key());
    }

    @GetMapping("/me/mentions")
    MentionList mentions(@AuthenticationPrincipal Caller caller) {
        return MentionList.of(mentions.of(caller.id()));
    }

    @PostMapping("/me/mentions/seen")
    MentionList seen(@AuthenticationPrincipal Caller caller, @RequestBody(required = false) @Nullable Seen seen) {
        mentions.seen(caller.id(), seen == null ? null : seen.conversationId());
        return MentionList.of(mentions.of(caller.id()));
    }

    @DeleteMapping("/me/mentions/{conversation}")
    MentionList remove(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId conversation,
            @RequestParam(required = false) @Nullable Instant until) {
        mentions.remove(caller.id(), conversation, until);
        return MentionList.of(mentions.of(caller.id()));
    }

    /** Who can be named. */
    @ForAgents
    @GetMapping("/colleagues")
    List<Party> colleagues() {
        return people.everyone();
    }
}
