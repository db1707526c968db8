package dev.pupitre.routing;

import dev.pupitre.kernel.CampaignId;
import java.util.HashMap;
import java.util.Map;

/** An agent with room, as a plan of who gets what counts with. */
final class Seat {
    /** What is planned comes after all that was given. */
    private static final long LATEST = Long.MAX_VALUE / 2;

    private final Agent agent;
    private final Map<String, Integer> taken;
    private final Map<String, Long> turns;
    private int free;
    private long turn;

    Seat(Agent agent) {
        this.agent = agent;
        this.taken = new HashMap<>(agent.taken());
        this.turns = new HashMap<>(agent.turns());
        this.free = agent.free();
        this.turn = agent.turn();
    }

    Agent agent() {
        return agent;
    }

    /** It has a part in the plan already. */
    boolean isPlannedFor() {
        return turn >= LATEST;
    }

    int free() {
        return free;
    }

    /** The number of the last turn in which the agent was given anything. */
    long turn() {
        return turn;
    }

    /** The same for this campaign. */
    long turnIn(CampaignId campaign) {
        return turns.getOrDefault(Agent.key(campaign), 0L);
    }

    /** @param most how many of the campaign's conversations at once; 0 for any number */
    boolean hasRoom(CampaignId campaign, int most) {
        return free > 0 && (most == 0 || taken.getOrDefault(Agent.key(campaign), 0) < most);
    }

    /** @param order later takings of a plan have higher ones */
    void take(CampaignId campaign, int order) {
        free--;
        taken.merge(Agent.key(campaign), 1, Integer::sum);
        turn = LATEST + order;
        turns.put(Agent.key(campaign), turn);
    }
}
