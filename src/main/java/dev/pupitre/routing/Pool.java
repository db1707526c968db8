package dev.pupitre.routing;

import dev.pupitre.kernel.CampaignId;
import org.jspecify.annotations.Nullable;

/**
 * Who a waiting conversation is for; all that wait for the same agents are in one pool, so that the first of them
 * stands for all.
 *
 * @param campaign whose limits count
 * @param id the team's or the agent's
 */
record Pool(CampaignId campaign, Kind kind, @Nullable String id) {
    /** Whose members it is for. */
    enum Kind {
        /** The campaign's. */
        MEMBERS,
        TEAM,
        /** One agent, and the campaign's members while that one is not there, or is away. */
        AGENT
    }

    static Pool members(CampaignId campaign) {
        return new Pool(campaign, Kind.MEMBERS, null);
    }

    static Pool team(CampaignId campaign, String team) {
        return new Pool(campaign, Kind.TEAM, team);
    }

    /** Whose work it is while it waits; null where that is no team's. */
    @Nullable
    String team() {
        return kind == Kind.TEAM ? id : null;
    }

    /** Whether it is for this agent before all others. */
    boolean isFor(String agent) {
        return kind == Kind.AGENT && agent.equals(id);
    }

    String key() {
        return id == null ? campaign + "/" + kind : campaign + "/" + kind + "/" + id;
    }
}
