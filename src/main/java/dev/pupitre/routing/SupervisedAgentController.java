package dev.pupitre.routing;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.UserId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether an agent is there, and with how much at once, as those who lead set it. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1/agents/{id}")
class SupervisedAgentController {
    private final SupervisedAgents agents;

    SupervisedAgentController(SupervisedAgents agents) {
        this.agents = agents;
    }

    record Wish(@NotNull Availability presence) {}

    /** @param capacity null for what the settings say */
    record Limit(@Nullable @Min(0) @Max(100) Integer capacity) {}

    @PutMapping("/presence")
    @Audited(Act.AGENT_PRESENCE_CHANGED)
    Presence presence(@AuthenticationPrincipal Caller caller, @PathVariable UserId id, @Valid @RequestBody Wish wish) {
        Audit.changing("presence", null, wish.presence());
        return agents.become(id, wish.presence(), caller).view();
    }

    @PutMapping("/capacity")
    @Audited(Act.AGENT_CAPACITY_CHANGED)
    Presence capacity(
            @AuthenticationPrincipal Caller caller, @PathVariable UserId id, @Valid @RequestBody Limit limit) {
        Audit.changing("capacity", null, limit.capacity());
        return agents.limit(id, limit.capacity(), caller).view();
    }
}
