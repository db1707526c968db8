package dev.pupitre.routing;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is there to answer, and who waits, for rooms that watch over both. */
@Component
public class Staff {
    /**
     * Somebody who has been here to answer.
     *
     * @param pause why they are away; null where nobody said so, and while they are not
     * @param since when the presence changed last; null for somebody who was never here
     * @param load how many conversations they have
     */
    public record Member(
            UserId id,
            String name,
            Availability presence,
            @Nullable Pause pause,
            @Nullable Instant since,
            int capacity,
            int load) {}

    /** One who waits for an agent; {@code team} is null where any member of the campaign will do. */
    public record Wait(CampaignId campaign, @Nullable String team, Instant since) {}

    private final Agents agents;
    private final WaitingQueue queue;

    Staff(Agents agents, WaitingQueue queue) {
        this.agents = agents;
        this.queue = queue;
    }

    /** Everyone who was ever here to answer. */
    public List<Member> members() {
        return agents.all().stream().map(Staff::member).toList();
    }

    /** Somebody who was never here. */
    public Member newcomer(UserId id, String name) {
        var newcomer = agents.newcomer(id, name);
        return new Member(id, name, newcomer.presence(), null, null, newcomer.capacity(), 0);
    }

    /** Who waits; not who is answered by another application. */
    public List<Wait> waiting() {
        return queue.waiting().stream()
                .map(entry -> new Wait(
                        entry.campaign(), entry.kind() == Pool.Kind.TEAM ? entry.target() : null, entry.queuedAt()))
                .toList();
    }

    private static Member member(Agent agent) {
        var now = agent.view();
        return new Member(
                new UserId(agent.id()),
                agent.name(),
                now.presence(),
                now.pause(),
                now.since(),
                now.capacity(),
                now.load());
    }
}
