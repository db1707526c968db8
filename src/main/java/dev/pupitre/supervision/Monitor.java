package dev.pupitre.supervision;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Hold;
import dev.pupitre.page.PageTrouble;
import dev.pupitre.routing.Availability;
import dev.pupitre.routing.Pause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk as it is now, and how its day went so far; a day is the campaign's own, in its zone.
 *
 * @param agents all of them, or on the live feed those of whom something has changed
 * @param agentIds of all of them, so that screens let go who is not on the board any more
 * @param pageTroubles what is wrong with Pages beside what holds them
 * @param stuck how many conversations do not move
 * @param inboundSince since when what Meta told of waits to be put into conversations; null where nothing waits
 */
record Monitor(
        Instant at,
        List<AgentRow> agents,
        List<UserId> agentIds,
        List<CampaignRow> campaigns,
        List<TeamRow> teams,
        List<HeldPage> heldPages,
        List<PageTrouble> pageTroubles,
        List<UnsentRow> unsent,
        Waiting waiting,
        int stuck,
        @Nullable Instant inboundSince) {

    Monitor withAgents(List<AgentRow> some) {
        return new Monitor(
                at, some, agentIds, campaigns, teams, heldPages, pageTroubles, unsent, waiting, stuck, inboundSince);
    }

    /** @param longestSince since when the one who waits longest has done so */
    record Waiting(int count, @Nullable Instant longestSince) {}

    /**
     * Somebody who answers.
     *
     * @param pause why they are away, where somebody said so
     * @param since when the presence changed last; null for somebody who was never here
     * @param load how many conversations they have
     * @param campaigns whose conversations they are given, by id
     * @param channels on which these arrive
     */
    record AgentRow(
            UserId id,
            String name,
            Availability presence,
            @Nullable Pause pause,
            @Nullable Instant since,
            int capacity,
            int load,
            List<CampaignId> campaigns,
            List<String> channels,
            List<String> teams,
            Handled today) {}

    /**
     * @param completed those that ended in their hands
     * @param averageSeconds for which they had one that has ended, in whosever hands; null while there is none
     */
    record Handled(int completed, @Nullable Long averageSeconds) {}

    /** @param lost whose customers waited so long today that they count as lost */
    record CampaignRow(
            CampaignId id,
            String name,
            String zone,
            Waiting waiting,
            int active,
            ServiceLevel serviceLevel,
            int lost,
            Handled today) {}

    record TeamRow(String id, String name, Waiting waiting) {}

    record HeldPage(PageId id, String name, Hold.Cause cause, String reason, Instant since) {}

    /** What waits to be sent for a Page, to how many customers, and to how many of them it was tried in vain. */
    record UnsentRow(PageId id, String name, int threads, int messages, int retried) {}
}
