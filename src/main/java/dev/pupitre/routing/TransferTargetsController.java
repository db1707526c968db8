package dev.pupitre.routing;

import static java.util.stream.Collectors.toMap;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ForAgents;
import java.util.List;
import java.util.function.Function;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** To whom a conversation can be handed on. */
@RestController
@RequestMapping("/api/v1/transfer-targets")
class TransferTargetsController {
    /** An agent, whether there and with how much to do. */
    record Colleague(String id, String name, Availability presence, int load, int capacity) {}

    record Named(String id, String name) {}

    /** @param assistant whether the campaign has an automatic agent */
    record Choosable(CampaignId id, String name, boolean assistant) {}

    record Targets(List<Colleague> agents, List<Named> teams, List<Choosable> campaigns) {}

    private final People people;
    private final Agents agents;
    private final Teams teams;
    private final Campaigns campaigns;

    TransferTargetsController(People people, Agents agents, Teams teams, Campaigns campaigns) {
        this.people = people;
        this.agents = agents;
        this.teams = teams;
        this.campaigns = campaigns;
    }

    @ForAgents
    @GetMapping
    Targets targets() {
        var known = agents.all().stream().collect(toMap(Agent::id, Function.identity()));
        return new Targets(
                people.whoAnswer().stream()
                        .map(person -> {
                            var agent = known.getOrDefault(
                                    person.id().value(), agents.newcomer(person.id(), person.name()));
                            return new Colleague(
                                    agent.id(),
                                    person.name(),
                                    agent.presence(),
                                    agent.places().size(),
                                    agent.capacity());
                        })
                        .toList(),
                teams.all().stream()
                        .map((Team team) -> new Named(team.id(), team.name()))
                        .toList(),
                campaigns.all().stream()
                        .filter(Campaign::enabled)
                        .map(campaign -> new Choosable(
                                campaign.id(),
                                campaign.name(),
                                campaign.assistant().on()))
                        .toList());
    }
}
