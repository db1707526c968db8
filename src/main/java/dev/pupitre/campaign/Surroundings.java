package dev.pupitre.campaign;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.identity.Agents;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a campaign can be made of: the connected Pages, the agents, the teams and the schedules of the table. */
@Component
class Surroundings {
    private final Pages pages;
    private final Agents agents;
    private final Teams teams;
    private final DecisionTables tables;

    Surroundings(Pages pages, Agents agents, Teams teams, DecisionTables tables) {
        this.pages = pages;
        this.agents = agents;
        this.teams = teams;
        this.tables = tables;
    }

    List<Page> pages() {
        return pages.all();
    }

    boolean isConnected(PageId page) {
        return pages.find(page).isPresent();
    }

    List<Agents.Agent> agents() {
        return agents.all();
    }

    Set<String> agentIds() {
        return agents().stream().map(agent -> agent.id().value()).collect(Collectors.toSet());
    }

    List<Team> teams() {
        return teams.all();
    }

    boolean isTeam(String id) {
        return teams.find(id).isPresent();
    }

    /** Those that have rows in the table. */
    Set<String> schedules() {
        return tables.literals("business-hours", "schedule");
    }

    ZoneId zone() {
        return pages.zone();
    }
}
