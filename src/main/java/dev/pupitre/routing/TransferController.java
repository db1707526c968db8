package dev.pupitre.routing;

import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.Target;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Conversations from hand to hand, over HTTP. */
@RestController
@RequestMapping("/api/v1/conversations/{id}")
class TransferController {
    /** One of them says to whom. */
    record To(
            @Nullable @Size(max = 128) String agent,
            @Nullable @Size(max = 128) String team,
            @Nullable @Size(max = 128) String campaign,
            @Nullable Boolean assistant,
            @Nullable Boolean queue) {
        Target target() {
            var named = Stream.of(
                            of(Target.Kind.AGENT, agent),
                            of(Target.Kind.TEAM, team),
                            of(Target.Kind.CAMPAIGN, campaign),
                            Boolean.TRUE.equals(assistant) ? Target.assistant() : null,
                            Boolean.TRUE.equals(queue) ? Target.queue() : null)
                    .filter(Objects::nonNull)
                    .toList();
            if (named.size() != 1) {
                throw new InvalidInput(
                        "to", "Expected one of agent, team, campaign, assistant and queue, but got " + named.size());
            }
            return Objects.requireNonNull(named.getFirst());
        }

        private static @Nullable Target of(Target.Kind kind, @Nullable String id) {
            return id == null ? null : new Target(kind, id, null, null);
        }
    }

    record Transfer(
            @NotNull @Valid To to,
            @Nullable @Size(max = 2000) String note) {}

    record Assignment(@NotBlank @Size(max = 128) String agent) {}

    private final Transfers transfers;
    private final Returns returns;

    TransferController(Transfers transfers, Returns returns) {
        this.transfers = transfers;
        this.returns = returns;
    }

    /** Accepted: its process looks for who answers next. */
    @ForAgents
    @PostMapping("/transfer")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Conversation transfer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable ConversationId id,
            @Valid @RequestBody Transfer transfer) {
        return transfers.transfer(caller, id, transfer.to().target(), transfer.note());
    }

    @PreAuthorize("hasAnyRole('SUPERVISOR', 'ADMIN')")
    @PostMapping("/assign")
    Conversation assign(@PathVariable ConversationId id, @Valid @RequestBody Assignment assignment) {
        return transfers.assign(id, transfers.agent("agent", assignment.agent()));
    }

    /** The agent looks at the conversation, and keeps what was offered. */
    @ForAgents
    @PostMapping("/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        if (!returns.open(caller.id(), id)) {
            throw new NotOffered();
        }
    }

    /** Another agent has it by now. */
    static final class NotOffered extends Conflict {
        NotOffered() {
            super("Expected a conversation in your hands, but it is in others by now");
        }
    }
}
