package dev.pupitre.routing;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.TokenUse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Knows whose browsers are there by their calls, and sees off the agents whose browsers have vanished.
 *
 * <p>A browser that does nothing else answers what it hears on its stream. That the stream is open says nothing: where
 * the network goes silent it stays open for as long as the operating system likes. What this node has heard is written
 * down now and then, for all nodes to see.
 */
@Component
class Attendance implements HandlerInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(Attendance.class);

    private final Agents agents;
    private final Shifts shifts;
    private final RoutingProperties properties;
    private final Clock clock;
    private final Set<String> called = ConcurrentHashMap.newKeySet();
    private @Nullable Instant heardSince;

    Attendance(Agents agents, Shifts shifts, RoutingProperties properties, Clock clock) {
        this.agents = agents;
        this.shifts = shifts;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether a browser calls, rather than a program with a token. */
    static boolean isBrowser(@Nullable Authentication authentication) {
        return authentication != null
                && authentication.getDetails() != null
                && !(authentication.getDetails() instanceof TokenUse);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller
                && isBrowser(authentication)) {
            called.add(caller.getName());
        }
        return true;
    }

    @Scheduled(fixedDelayString = "${pupitre.routing.attendance-interval:10s}")
    void look() {
        var now = clock.instant();
        try {
            writeDown(now);
            agents.beginToWatch(now);
            if (heardSince == null) {
                heardSince = now;
            }
        } catch (RuntimeException away) {
            // Nobody could be written down, here and perhaps elsewhere: they are not to be taken for gone.
            heardSince = null;
            LOG.warn("It could not be written down who is there: {}", away.toString());
            return;
        }
        var gone = now.minus(properties.vanishAfter());
        if (heardSince.isBefore(gone)) {
            agents.notSeenSince(gone).forEach(agent -> shifts.vanish(agent, gone));
        }
    }

    private void writeDown(Instant now) {
        var there = Set.copyOf(called);
        called.removeAll(there);
        if (!there.isEmpty()) {
            try {
                agents.seen(there, now);
            } catch (RuntimeException away) {
                called.addAll(there);
                throw away;
            }
        }
    }
}
