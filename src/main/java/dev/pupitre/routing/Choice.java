package dev.pupitre.routing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;
import static java.util.Comparator.comparingLong;
import static java.util.Comparator.reverseOrder;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Members;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.kernel.CampaignId;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom of those with room a waiting conversation is given, as its campaign says. */
@Component
class Choice {
    private static final Comparator<Seat> LEAST_BUSY =
            comparing(Seat::free, reverseOrder()).thenComparingLong(Seat::turn);

    private final Campaigns campaigns;
    private final Teams teams;
    private final RoutingProperties properties;
    private final Clock clock;

    Choice(Campaigns campaigns, Teams teams, RoutingProperties properties, Clock clock) {
        this.campaigns = campaigns;
        this.teams = teams;
        this.properties = properties;
        this.clock = clock;
    }

    /** The campaign, or the catch-all where there is none of this name any more. */
    Campaign campaign(@Nullable CampaignId id) {
        return campaigns.findOrCatchAll(id);
    }

    /** Whether nobody is given the campaign's conversations: whoever claims one first has it. */
    boolean isForTheFirst(CampaignId campaign) {
        return campaign(campaign).strategy() == Strategy.ALL_AT_ONCE;
    }

    /** How many of the campaign's conversations the agent has at once; 0 for any number. */
    static int most(Campaign campaign, String agent) {
        return campaign.members().find(agent).map(Members.Member::capacity).orElse(campaign.maximumPerAgent());
    }

    /**
     * Who may be given what waits in this pool, and has room for it.
     *
     * @param present those agents that pools are for who are there
     */
    List<Seat> able(Pool pool, Collection<Seat> seats, Set<String> present) {
        var forTheFirst = isForTheFirst(pool.campaign());
        return serving(pool, seats, present).stream()
                .filter(seat -> !forTheFirst || pool.isFor(seat.agent().id()))
                .toList();
    }

    /** The same with those who are not given it, but may claim it, as where it is shown to all at once. */
    List<Seat> serving(Pool pool, Collection<Seat> seats, Set<String> present) {
        var campaign = campaign(pool.campaign());
        return seats.stream()
                .filter(seat -> seat.hasRoom(
                        pool.campaign(), most(campaign, seat.agent().id())))
                .filter(seat -> mayServe(pool, campaign, seat.agent().id(), present))
                .toList();
    }

    private boolean mayServe(Pool pool, Campaign campaign, String agent, Set<String> present) {
        return switch (pool.kind()) {
            case AGENT ->
                pool.isFor(agent) || (!present.contains(String.valueOf(pool.id())) && isMember(campaign, agent));
            case TEAM ->
                Optional.ofNullable(pool.id())
                        .flatMap(teams::find)
                        .map(Team::members)
                        .filter(members -> !members.isEmpty())
                        .map(members -> members.contains(agent))
                        .orElseGet(() -> isMember(campaign, agent));
            case MEMBERS -> isMember(campaign, agent);
        };
    }

    /** A campaign that has lost all its members is everyone's, so that nothing is stuck. */
    static boolean isMember(Campaign campaign, String agent) {
        return campaign.members().include(agent) || campaign.members().list().isEmpty();
    }

    /** Whether the agent is still one of those that what was given is for; who was chosen is. */
    boolean mayKeep(String agent, Agent.Place place) {
        return place.chosen()
                || isMember(campaign(place.campaign()), agent)
                || Optional.ofNullable(place.team())
                        .flatMap(teams::find)
                        .filter(team -> team.members().contains(agent))
                        .isPresent();
    }

    /** Whether it matters to the campaign who had a customer last. */
    boolean isSticky(CampaignId campaign) {
        return campaign(campaign).strategy() == Strategy.STICKY;
    }

    /** The one of these who is given it; empty when all of them have just missed it. */
    Optional<Seat> choose(QueueEntry entry, List<Seat> able) {
        var campaign = campaign(entry.campaign());
        var after = clock.instant().minus(properties.offerAgainAfter());
        var willing = able.stream()
                .filter(seat -> !seat.agent().hasMissed(entry.conversation(), after))
                .toList();
        return willing.stream().min(order(campaign, entry));
    }

    private static Comparator<Seat> order(Campaign campaign, QueueEntry entry) {
        return switch (campaign.strategy()) {
            case LEAST_BUSY, ALL_AT_ONCE -> LEAST_BUSY;
            case ROUND_ROBIN ->
                comparingLong((Seat seat) -> seat.turnIn(entry.campaign())).thenComparing(place(campaign));
            case LONGEST_IDLE -> comparingLong(Seat::turn);
            case LINEAR -> place(campaign);
            case EXPERTISE ->
                comparing((Seat seat) -> !knows(campaign, seat, entry.expertise()))
                        .thenComparing(LEAST_BUSY);
            case STICKY ->
                comparing((Seat seat) -> !seat.agent().id().equals(entry.lastAgent()))
                        .thenComparing(LEAST_BUSY);
        };
    }

    /** In the members' order; who is not in the list comes after. */
    private static Comparator<Seat> place(Campaign campaign) {
        var members =
                campaign.members().list().stream().map(Members.Member::user).toList();
        return comparingInt((Seat seat) -> {
                    var index = members.indexOf(seat.agent().id());
                    return index < 0 ? members.size() : index;
                })
                .thenComparing(seat -> seat.agent().id());
    }

    private static boolean knows(Campaign campaign, Seat seat, @Nullable String expertise) {
        return expertise != null
                && campaign.members()
                        .find(seat.agent().id())
                        .filter(member -> member.expertise().stream().anyMatch(expertise::equalsIgnoreCase))
                        .isPresent();
    }
}
