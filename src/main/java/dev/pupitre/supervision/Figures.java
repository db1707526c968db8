package dev.pupitre.supervision;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Overview.Running;
import dev.pupitre.conversation.Times;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.supervision.Monitor.Handled;
import dev.pupitre.supervision.ServiceLevel.Outcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts what is open and what ended today, each conversation on the day of its campaign's zone. */
class Figures {
    private final Campaigns campaigns;
    private final Map<CampaignId, Instant> midnights = new HashMap<>();
    private final Map<CampaignId, List<Running>> running;
    private final Map<CampaignId, List<Ending>> ended;
    private final Map<CampaignId, List<Times.Handled>> shares;
    private final Instant now;

    /** @param ended of the last day and more; what is not of today is left out */
    Figures(Campaigns campaigns, Collection<Running> running, Collection<Ending> ended, Instant now) {
        this.campaigns = campaigns;
        this.now = now;
        var over = new HashSet<>(ended.stream().map(Ending::conversation).toList());
        this.ended = ended.stream().collect(groupingBy(ending -> campaign(ending.campaign())));
        this.shares = shares(ended);
        // One that has just ended may have been read in both places.
        this.running = running.stream()
                .filter(open -> !over.contains(open.id()))
                .collect(groupingBy(open -> campaign(open.campaign())));
    }

    private CampaignId campaign(@Nullable CampaignId id) {
        return campaigns.findOrCatchAll(id).id();
    }

    private Instant midnight(CampaignId id) {
        return midnights.computeIfAbsent(
                id,
                unknown -> now.atZone(campaigns.findOrCatchAll(id).zone())
                        .truncatedTo(ChronoUnit.DAYS)
                        .toInstant());
    }

    private List<Ending> today(CampaignId campaign) {
        return ended.getOrDefault(campaign, List.of()).stream()
                .filter(ending -> !ending.endedAt().isBefore(midnight(campaign)))
                .toList();
    }

    Handled handled(CampaignId campaign) {
        return new Handled(today(campaign).size(), average(shares.getOrDefault(campaign, List.of())));
    }

    /** Of all agents who had one that ended today; it counts as completed by who had it last. */
    Map<String, Handled> byAgent() {
        var completed = ended.keySet().stream()
                .flatMap(campaign -> today(campaign).stream())
                .filter(ending -> ending.agent() != null)
                .collect(groupingBy(ending -> Objects.requireNonNull(ending.agent()), counting()));
        var theirs = shares.values().stream().flatMap(List::stream).collect(groupingBy(Times.Handled::agent));
        return Stream.concat(completed.keySet().stream(), theirs.keySet().stream())
                .distinct()
                .collect(toMap(
                        agent -> agent,
                        agent -> new Handled(
                                completed.getOrDefault(agent, 0L).intValue(),
                                average(theirs.getOrDefault(agent, List.of())))));
    }

    /** What agents had today, by the campaign for which they did. */
    private Map<CampaignId, List<Times.Handled>> shares(Collection<Ending> endings) {
        return endings.stream()
                .flatMap(ending -> ending.shares().stream()
                        .filter(share -> !ending.endedAt().isBefore(midnight(campaign(share.campaign())))))
                .collect(groupingBy(share -> campaign(share.campaign())));
    }

    private static @Nullable Long average(List<Times.Handled> shares) {
        var average = shares.stream().mapToInt(Times.Handled::seconds).average();
        return average.isEmpty() ? null : Math.round(average.getAsDouble());
    }

    int active(CampaignId campaign) {
        return (int) running.getOrDefault(campaign, List.of()).stream()
                .filter(open -> open.state() == ConversationState.ASSIGNED || open.state() == ConversationState.CLOSING)
                .count();
    }

    int lost(CampaignId campaign) {
        var today = midnight(campaign);
        var open = running.getOrDefault(campaign, List.of()).stream().map(Running::lostAt);
        var over = ended.getOrDefault(campaign, List.of()).stream().map(Ending::lostAt);
        return (int) Stream.concat(open, over)
                .filter(lost -> lost != null && !lost.isBefore(today))
                .count();
    }

    ServiceLevel serviceLevel(Campaign campaign) {
        var today = midnight(campaign.id());
        var open = running.getOrDefault(campaign.id(), List.of()).stream()
                .map(one -> Outcome.of(one.firstResponseAt(), one.firstResponseDueAt(), today, now));
        var over = ended.getOrDefault(campaign.id(), List.of()).stream()
                .map(one -> Outcome.of(one.firstResponseAt(), one.firstResponseDueAt(), today, one.endedAt()));
        var counts = Stream.concat(open, over).collect(groupingBy(outcome -> outcome));
        var limits = campaign.thresholds();
        return ServiceLevel.of(
                limits.serviceLevel() == 0 ? null : limits.serviceLevelTarget(),
                counts.getOrDefault(Outcome.MET, List.of()).size(),
                counts.getOrDefault(Outcome.MISSED, List.of()).size());
    }
}
