package dev.pupitre.rules;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Verdict;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.Role;
import dev.pupitre.page.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What there is that the cells of a column may name: the connected Pages, campaigns, teams, agents, and fixed words. */
@Component
class Choices {
    private final Pages pages;
    private final Campaigns campaigns;
    private final Teams teams;
    private final People people;
    private final DecisionTables tables;

    Choices(Pages pages, Campaigns campaigns, Teams teams, People people, DecisionTables tables) {
        this.pages = pages;
        this.campaigns = campaigns;
        this.teams = teams;
        this.people = people;
        this.tables = tables;
    }

    /** Of an input, by its expression, or an output, by its name; empty where anything may be written. */
    Optional<List<Choice>> of(String column) {
        return switch (column) {
            case "page" ->
                some(pages.all().stream().map(page -> new Choice(page.id().value(), page.name())));
            case "campaign" ->
                some(campaigns.all().stream()
                        .map(campaign -> new Choice(campaign.id().value(), campaign.name())));
            case "team" -> some(teams.all().stream().map(team -> new Choice(team.id(), team.name())));
            case "agent" -> some(agents());
            case "expertise" -> some(expertise());
            case "schedule" -> some(schedules());
            case "target" -> words("agent", "team", "ai");
            case "type" -> names(Verdict.Type.values());
            case "tag" -> names(Verdict.Tag.values());
            default ->
                FixedWords.of(column)
                        .map(words -> words.stream().map(Choice::of).toList());
        };
    }

    /** Programs answer no customers. */
    private Stream<Choice> agents() {
        return people.whoAnswer().stream()
                .filter(person -> person.roles().contains(Role.AGENT) && !person.program())
                .map(person -> new Choice(person.id().value(), person.name()));
    }

    /** Those that members of campaigns have. */
    private Stream<Choice> expertise() {
        var known = new TreeSet<String>();
        campaigns.all().stream()
                .flatMap(campaign -> campaign.members().list().stream())
                .forEach(member -> known.addAll(member.expertise()));
        return known.stream().map(Choice::of);
    }

    /** Those that have rows, and those that campaigns ask for. */
    private Stream<Choice> schedules() {
        var known = new TreeSet<>(tables.literals(TableName.BUSINESS_HOURS.id(), "schedule"));
        campaigns.all().stream().map(Campaign::schedule).forEach(known::add);
        return known.stream().filter(schedule -> !schedule.isBlank()).map(Choice::of);
    }

    /** Which campaigns ask for which of them. */
    List<TablePage.ScheduleOf> schedulesOfCampaigns() {
        return campaigns.all().stream().map(TablePage.ScheduleOf::of).toList();
    }

    private static Optional<List<Choice>> words(String... words) {
        return some(Arrays.stream(words).map(Choice::of));
    }

    private static Optional<List<Choice>> names(Enum<?>[] values) {
        return some(Arrays.stream(values).map(Enum::name).map(Choice::of));
    }

    private static Optional<List<Choice>> some(Stream<Choice> choices) {
        return Optional.of(choices.toList());
    }
}
