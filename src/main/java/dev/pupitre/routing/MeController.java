package dev.pupitre.routing;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ForAgents;
import dev.pupitre.kernel.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller, and whether the caller takes conversations right now. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {
    /**
     * The caller.
     *
     * @param local whether this is local mode, where the sandbox plays the customers
     * @param awayAfter after so many seconds without a touch the caller's browser says that they are away; 0 for never
     */
    record Me(String id, String name, Set<Role> roles, Presence presence, boolean local, long awayAfter) {}

    /** @param pause why, with AWAY */
    record Wish(
            @NotNull Availability presence, @Valid @Nullable Pause pause) {}

    private final Shifts shifts;
    private final BreakReasons reasons;
    private final RoutingProperties properties;
    private final boolean local;

    MeController(Shifts shifts, BreakReasons reasons, RoutingProperties properties, Environment environment) {
        this.shifts = shifts;
        this.reasons = reasons;
        this.properties = properties;
        this.local = environment.acceptsProfiles(Profiles.of("local"));
    }

    @GetMapping
    Me me(@AuthenticationPrincipal Caller caller) {
        return new Me(
                caller.getName(),
                caller.displayName(),
                caller.roles(),
                shifts.agent(caller).view(),
                local,
                properties.awayAfter().toSeconds());
    }

    @GetMapping("/presence")
    Presence presence(@AuthenticationPrincipal Caller caller) {
        return shifts.agent(caller).view();
    }

    /** A browser answers what it hears on its stream: that it calls is all there is to say. */
    @PostMapping("/presence/alive")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void alive() {}

    @ForAgents
    @PutMapping("/presence")
    Presence become(
            @AuthenticationPrincipal Caller caller, Authentication authentication, @Valid @RequestBody Wish wish) {
        reasons.check(wish.pause());
        return shifts.become(caller, wish.presence(), wish.pause(), Attendance.isBrowser(authentication))
                .view();
    }
}
