package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * What a group of conversations has in common: who answers them, when, how fast, and what customers are told.
 *
 * @param enabled whether new conversations are taken
 * @param pages for which Pages; for the {@linkplain #isCatchAll() catch-all} none stands for all
 * @param schedule names the rows of the table {@code business-hours} that count for it
 * @param zone the zone its hours are told in
 * @param maximumPerAgent how many of its conversations an agent has at once; 0 for the agent's own capacity
 * @param version grows with each change
 */
public record Campaign(
        CampaignId id,
        String name,
        boolean enabled,
        Set<Channel> channels,
        Set<PageId> pages,
        String objective,
        Strategy strategy,
        String schedule,
        ZoneId zone,
        Thresholds thresholds,
        Waiting waiting,
        int maximumPerAgent,
        Greeting greeting,
        AfterHours afterHours,
        Survey survey,
        Assistant assistant,
        List<CannedResponse> cannedResponses,
        Members members,
        Set<String> tags,
        long version) {
    /** The campaign of all that no other is meant for; it is always there and always enabled. */
    public static final CampaignId CATCH_ALL = new CampaignId("default");

    public Campaign {
        channels = InOrder.copyOf(channels);
        pages = InOrder.copyOf(pages);
        cannedResponses = List.copyOf(cannedResponses);
        tags = InOrder.copyOf(tags);
    }

    /** Where customers write. */
    public enum Channel {
        MESSENGER,
        COMMENT,
        WIDGET
    }

    /** A campaign with the usual settings, for everyone, by these hours. */
    public static Campaign usual(CampaignId id, String name, String schedule, ZoneId zone) {
        return new Campaign(
                id,
                name,
                true,
                Set.of(Channel.values()),
                Set.of(),
                "",
                Strategy.LEAST_BUSY,
                schedule,
                zone,
                Thresholds.USUAL,
                Waiting.UNBOUNDED,
                0,
                Greeting.OFF,
                AfterHours.USUAL,
                Survey.OFF,
                Assistant.OFF,
                List.of(),
                Members.EVERYONE,
                Set.of(),
                0);
    }

    public boolean isCatchAll() {
        return id.equals(CATCH_ALL);
    }

    Campaign withEnabled(boolean now) {
        return with(id, name, now, members, version);
    }

    Campaign withMembers(Members now) {
        return with(id, name, enabled, now, version);
    }

    Campaign withVersion(long now) {
        return with(id, name, enabled, members, now);
    }

    /** Another with the same settings, not yet enabled. */
    Campaign copiedAs(CampaignId copy, String named) {
        return with(copy, named, false, members, 1);
    }

    private Campaign with(CampaignId nowId, String nowName, boolean nowEnabled, Members nowMembers, long nowVersion) {
        return new Campaign(
                nowId,
                nowName,
                nowEnabled,
                channels,
                pages,
                objective,
                strategy,
                schedule,
                zone,
                thresholds,
                waiting,
                maximumPerAgent,
                greeting,
                afterHours,
                survey,
                assistant,
                cannedResponses,
                nowMembers,
                tags,
                nowVersion);
    }
}
