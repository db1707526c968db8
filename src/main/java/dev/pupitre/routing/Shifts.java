package dev.pupitre.routing;

import dev.pupitre.kernel.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/** Agents come and go; who goes gives back what they have not answered. */
@Component
class Shifts {
    private static final Logger LOG = LoggerFactory.getLogger(Shifts.class);

    private final Agents agents;
    private final Returns returns;
    private final Dealer dealer;
    private final Presences presences;

    Shifts(Agents agents, Returns returns, Dealer dealer, Presences presences) {
        this.agents = agents;
        this.returns = returns;
        this.dealer = dealer;
        this.presences = presences;
    }

    Agent agent(Caller caller) {
        return agents.get(caller.id(), caller.displayName());
    }

    /** @param watched whether the agent is gone when their browser is */
    Agent become(Caller caller, Availability presence, boolean watched) {
        return become(caller, presence, null, watched);
    }

    /** @param pause why, of one who is away; null for nothing said */
    Agent become(Caller caller, Availability presence, @Nullable Pause pause, boolean watched) {
        var why = presence == Availability.AWAY ? pause : null;
        var agent = agents.become(caller.id(), caller.displayName(), presence, why, watched);
        presences.announce(agent);
        switch (presence) {
            case ONLINE, AWAY -> returns.comeBack(agent);
            case OFFLINE -> returns.leave(agent);
        }
        // What waits for an agent who is not there is for others now.
        dealer.drain();
        return agent(caller);
    }

    /** Who signs out has left. */
    @EventListener
    void on(LogoutSuccessEvent logout) {
        if (logout.getAuthentication().getPrincipal() instanceof Caller caller) {
            become(caller, Availability.OFFLINE, true);
        }
    }

    /** The agent's browser was not heard of since then. */
    void vanish(Agent agent, Instant notSeenSince) {
        agents.vanish(agent.id(), notSeenSince).ifPresent(gone -> {
            LOG.info("{} was not heard of since {} and is taken for gone", gone.id(), gone.seenAt());
            presences.announce(gone);
            returns.leave(gone);
            dealer.drain();
        });
    }

    /** The agent may not be here any more. */
    void dismiss(Agent agent) {
        agents.dismiss(agent.id()).ifPresent(presences::announce);
        returns.leave(agent);
        dealer.drain();
    }
}
