package dev.pupitre.routing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Strategy;
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
    /**
     * An agent, whether there and with how much to do.
     *
     * @param room whether the agent would be given one more of the campaign's conversations at once
     */
    record Colleague(String id, String name, Availability presence, int load, int capacity, boolean room) {}

    /**
     * Those who would answer.
     *
     * @param members how many agents there are
     * @param online how many of them are there
     * @param free how many would be given one at once; none of those to whom it is only shown
     */
    record Crew(int members, int online, int free) {}

    record Named(String id, String name, Crew crew) {}

    /**
     * A campaign.
     *
     * @param assistant whether it has an AI agent
     * @param strategy how it chooses who answers
     * @param open whether its desk is open now
     * @param opensAt when it opens next; none while it is open, or where it will not for long
     * @param ends whether it is closed now, and ends what nobody there has room for
     */
    record Choosable(
            CampaignId id,
            String name,
            boolean assistant,
            Strategy strategy,
            Crew crew,
            boolean open,
            @Nullable Instant opensAt,
            boolean ends) {}

    record Targets(List<Colleague> agents, List<Named> teams, List<Choosable> campaigns) {}

    /** Somebody who answers, with the places. */
    private record Staff(People.Person person, Agent agent) {
        boolean isOnline() {
            return agent.presence() == Availability.ONLINE;
        }
    }

    private final People people;
    private final Agents agents;
    private final Teams teams;
    private final Campaigns campaigns;
    private final Choice choice;
    private final OpeningHours hours;
    private final Clock clock;

    TransferTargets(
            People people,
            Agents agents,
            Teams teams,
            Campaigns campaigns,
            Choice choice,
            OpeningHours hours,
            Clock clock) {
        this.people = people;
        this.agents = agents;
        this.teams = teams;
        this.campaigns = campaigns;
        this.choice = choice;
        this.hours = hours;
        this.clock = clock;
    }

    /** @param from the campaign of what is handed on, whose limits count for agents and teams */
    Targets all(@Nullable CampaignId from) {
        var own = choice.campaign(from).id();
        var staff = staff();
        return new Targets(
                staff.stream()
                        .filter(one -> !one.person().program())
                        .map(one -> colleague(one, own))
                        .toList(),
                teams.all().stream().map(team -> named(team, own, staff)).toList(),
                campaigns.all().stream()
                        .filter(Campaign::enabled)
                        .map(campaign -> choosable(campaign, staff))
                        .toList());
    }

    /** A program is one of a crew only while it answers customers. */
    private List<Staff> staff() {
        var known = agents.all().stream().collect(toMap(Agent::id, Function.identity()));
        return people.whoAnswer().stream()
                .map(person -> new Staff(
                        person, known.getOrDefault(person.id().value(), agents.newcomer(person.id(), person.name()))))
                .filter(one -> !one.person().program() || one.isOnline())
                .toList();
    }

    private Colleague colleague(Staff one, CampaignId own) {
        var agent = one.agent();
        var room = free(new Pool(own, Pool.Kind.AGENT, agent.id()), List.of(one)) > 0;
        return new Colleague(
                agent.id(),
                one.person().name(),
                agent.presence(),
                agent.places().size(),
                agent.capacity(),
                room);
    }

    private Named named(Team team, CampaignId own, List<Staff> staff) {
        var pool = new Pool(own, Pool.Kind.TEAM, team.id());
        return new Named(
                team.id(),
                team.name(),
                crew(pool, staff, one -> team.members().contains(one.agent().id())));
    }

    private Choosable choosable(Campaign campaign, List<Staff> staff) {
        var now = clock.instant();
        var open = hours.isOpen(campaign, now);
        return new Choosable(
                campaign.id(),
                campaign.name(),
                campaign.assistant().on(),
                campaign.strategy(),
                crew(
                        Pool.members(campaign.id()),
                        staff,
                        one -> Choice.isMember(campaign, one.agent().id())),
                open,
                open ? null : hours.nextOpening(campaign, now).orElse(null),
                !open && campaign.afterHours().then() == AfterHours.Then.CLOSE);
    }

    private Crew crew(Pool pool, List<Staff> staff, Predicate<Staff> among) {
        var members = staff.stream().filter(among).toList();
        var online = (int) members.stream().filter(Staff::isOnline).count();
        return new Crew(members.size(), online, free(pool, members));
    }

    /** How many of them what waits in the pool could go to now, by the rules by which it is dealt. */
    private int free(Pool pool, List<Staff> members) {
        var online = members.stream().filter(Staff::isOnline).map(Staff::agent).toList();
        var present = online.stream().map(Agent::id).collect(toUnmodifiableSet());
        return choice.able(pool, online.stream().map(Seat::new).toList(), present)
                .size();
    }
}
