package dev.pupitre.supervision;

import static java.util.stream.Collectors.toMap;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.identity.People;
import dev.pupitre.identity.People.Person;
import dev.pupitre.kernel.Role;
import dev.pupitre.routing.Availability;
import dev.pupitre.routing.Staff;
import dev.pupitre.routing.Staff.Member;
import dev.pupitre.supervision.Monitor.AgentRow;
import dev.pupitre.supervision.Monitor.Handled;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Those who answer: every agent, and of those who lead, and of programs, whoever is there or has conversations. */
@Component
class AgentRows {
    private static final Handled NOTHING = new Handled(0, null);

    private final People people;
    private final Staff staff;
    private final Campaigns campaigns;
    private final Teams teams;

    AgentRows(People people, Staff staff, Campaigns campaigns, Teams teams) {
        this.people = people;
        this.staff = staff;
        this.campaigns = campaigns;
        this.teams = teams;
    }

    /** Who is there first, then by name. */
    List<AgentRow> rows(List<Member> members, Map<String, Handled> handled) {
        var byId = members.stream().collect(toMap(member -> member.id().value(), member -> member));
        var enabled = campaigns.all().stream().filter(Campaign::enabled).toList();
        var all = teams.all();
        return people.whoAnswer().stream()
                .flatMap(person -> shown(person, byId.get(person.id().value())))
                .map(person -> row(
                        person,
                        Objects.requireNonNullElseGet(
                                byId.get(person.id().value()), () -> staff.newcomer(person.id(), person.name())),
                        enabled,
                        all,
                        handled.getOrDefault(person.id().value(), NOTHING)))
                .sorted(Comparator.comparing(AgentRow::presence)
                        .thenComparing(AgentRow::name)
                        .thenComparing(row -> row.id().value()))
                .toList();
    }

    private static Stream<Person> shown(Person person, @Nullable Member member) {
        var isThere = member != null && (member.presence() != Availability.OFFLINE || member.load() > 0);
        var isAgent = person.roles().contains(Role.AGENT) && !person.program();
        return isAgent || isThere ? Stream.of(person) : Stream.empty();
    }

    private static AgentRow row(Person person, Member member, List<Campaign> enabled, List<Team> teams, Handled today) {
        var id = person.id().value();
        var theirs = enabled.stream()
                .filter(campaign -> campaign.members().include(id))
                .toList();
        return new AgentRow(
                person.id(),
                person.name(),
                member.presence(),
                member.pause(),
                member.since(),
                member.capacity(),
                member.load(),
                theirs.stream().map(Campaign::id).toList(),
                theirs.stream()
                        .flatMap(campaign -> campaign.channels().stream())
                        .distinct()
                        .sorted()
                        .map(Enum::name)
                        .toList(),
                teams.stream()
                        .filter(team -> team.members().contains(id))
                        .map(Team::id)
                        .toList(),
                today);
    }
}
