package dev.pupitre.conversation;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * To whom a conversation is handed on.
 *
 * @param id the agent's, the team's or the campaign's; none for the AI agent and the queue
 * @param expertise what who answers should know; none for anything
 * @param priority higher is served first; none to leave it as it is
 */
public record Target(
        Kind kind,
        @Nullable String id,
        @Nullable String expertise,
        @Nullable Integer priority) {
    /** Who that may be. */
    public enum Kind {
        AGENT,
        TEAM,
        /** The campaign's AI agent. */
        AI,
        /** The members of another campaign. */
        CAMPAIGN,
        /** The members of its own campaign. */
        QUEUE
    }

    public static Target agent(UserId agent) {
        return new Target(Kind.AGENT, agent.value(), null, null);
    }

    public static Target team(String team) {
        return new Target(Kind.TEAM, team, null, null);
    }

    public static Target campaign(CampaignId campaign) {
        return new Target(Kind.CAMPAIGN, campaign.value(), null, null);
    }

    public static Target assistant() {
        return new Target(Kind.AI, null, null, null);
    }

    public static Target queue() {
        return new Target(Kind.QUEUE, null, null, null);
    }
}
