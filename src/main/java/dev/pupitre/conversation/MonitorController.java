package dev.pupitre.conversation;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.conversation.Pushing.Pushed;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.ForSupervisors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who lead the desk what does not move, and lets them push it on. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1")
class MonitorController {
    private static final int SHOWN = 500;

    private final Watchdog watchdog;
    private final Pushing pushing;

    MonitorController(Watchdog watchdog, Pushing pushing) {
        this.watchdog = watchdog;
        this.pushing = pushing;
    }

    /** The oldest first. */
    @GetMapping("/monitor/stuck")
    List<Stuck> stuck() {
        return watchdog.stuck().stream().limit(SHOWN).toList();
    }

    /** Those who are named, or else the oldest that the last look found, as many as may be named. */
    @PostMapping("/monitor/stuck/push")
    @Audited(Act.STUCK_PUSHED)
    List<Pushed> push(
            @AuthenticationPrincipal Caller caller, @Valid @RequestBody(required = false) @Nullable Several several) {
        var named = Optional.ofNullable(several)
                .map(Several::conversations)
                .orElseGet(() -> stuck().stream().map(Stuck::conversation).toList());
        Audit.changing("conversations", null, named);
        return pushing.push(named, caller.id());
    }

    /** Does nothing to a conversation that moves, or was pushed on just now. */
    @PostMapping("/conversations/{id}/push")
    @Audited(Act.STUCK_PUSHED)
    Pushed push(@AuthenticationPrincipal Caller caller, @PathVariable ConversationId id) {
        return pushing.push(id, caller.id());
    }

    /** @param conversations the oldest that do not move, where there are none */
    record Several(@Size(max = SHOWN) @Nullable List<@NotNull ConversationId> conversations) {}
}
