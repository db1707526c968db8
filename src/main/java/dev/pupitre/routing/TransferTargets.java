package dev.pupitre.routing;

import static java.util.stream.Collectors.toMap;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** To whom a conversation can be handed on, and what it would meet there. */
@Component
class TransferTargets {
    /** An agent, whether there and with how much to do. */
    record Colleague(String id, String name, Availability presence, int load, int capacity) {
        boolean isOnline() {
            return presence == Availability.ONLINE;
        }
    }

    /**
     * Those who would answer.
     *
     * @param members how many agents there are
     * @param online how many of them are there
     * @param free how many of these have room
     */
    record Crew(int members, int online, int free) {
        static Crew of(List<Colleague> colleagues) {
            var online = colleagues.stream().filter(Colleague::isOnline).toList();
            var free =
                    online.stream().filter(one -> one.load() < one.capacity()).count();
            return new Crew(colleagues.size(), online.size(), (int) free);
        }
    }

    record Named(String id, String name, Crew crew) {}

    /**
     * A campaign.
     *
     * @param assistant whether it has an automatic agent
     * @param open whether its desk is open now
     * @param opensAt when it opens next; none while it is open, or where it will not for long
     */
    record Choosable(
            CampaignId id,
            String name,
            boolean assistant,
            Crew crew,
            boolean open,
            @Nullable Instant opensAt) {}

    record Targets(List<Colleague> agents, List<Named> teams, List<Choosable> campaigns) {}

    private final People people;
    private final Agents agents;
    private final Teams teams;
    private final Campaigns campaigns;
    private final OpeningHours hours;
    private final Clock clock;

    TransferTargets(People people, Agents agents, Teams teams, Campaigns campaigns, OpeningHours hours, Clock clock) {
        this.people = people;
        this.agents = agents;
        this.teams = teams;
        this.campaigns = campaigns;
        this.hours = hours;
        this.clock = clock;
    }

    Targets all() {
        var colleagues = colleagues();
        return new Targets(
                colleagues,
                teams.all().stream().map(team -> named(team, colleagues)).toList(),
                campaigns.all().stream()
                        .filter(Campaign::enabled)
                        .map(campaign -> choosable(campaign, colleagues))
                        .toList());
    }

    private List<Colleague> colleagues() {
        var known = agents.all().stream().collect(toMap(Agent::id, Function.identity()));
        return people.whoAnswer().stream()
                .map(person -> {
                    var agent = known.getOrDefault(person.id().value(), agents.newcomer(person.id(), person.name()));
                    return new Colleague(
                            agent.id(),
                            person.name(),
                            agent.presence(),
                            agent.places().size(),
                            agent.capacity());
                })
                .toList();
    }

    private static Named named(Team team, List<Colleague> colleagues) {
        return new Named(
                team.id(), team.name(), crew(colleagues, one -> team.members().contains(one.id())));
    }

    private Choosable choosable(Campaign campaign, List<Colleague> colleagues) {
        var now = clock.instant();
        var open = hours.isOpen(campaign, now);
        return new Choosable(
                campaign.id(),
                campaign.name(),
                campaign.assistant().on(),
                crew(colleagues, one -> Choice.isMember(campaign, one.id())),
                open,
                open ? null : hours.nextOpening(campaign, now).orElse(null));
    }

    private static Crew crew(List<Colleague> colleagues, Predicate<Colleague> among) {
        return Crew.of(colleagues.stream().filter(among).toList());
    }
}
