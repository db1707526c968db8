package dev.pupitre.supervision;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.Overview;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.routing.Staff;
import dev.pupitre.routing.Staff.Wait;
import dev.pupitre.supervision.Monitor.AgentRow;
import dev.pupitre.supervision.Monitor.CampaignRow;
import dev.pupitre.supervision.Monitor.HeldPage;
import dev.pupitre.supervision.Monitor.TeamRow;
import dev.pupitre.supervision.Monitor.UnsentRow;
import dev.pupitre.supervision.Monitor.Waiting;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts together how the desk stands: what is open, who is there, who waits, what ended today. */
@Component
class MonitorBoard {
    private final Overview overview;
    private final Today today;
    private final Staff staff;
    private final AgentRows agents;
    private final Campaigns campaigns;
    private final Teams teams;
    private final Pages pages;
    private final Clock clock;

    MonitorBoard(
            Overview overview,
            Today today,
            Staff staff,
            AgentRows agents,
            Campaigns campaigns,
            Teams teams,
            Pages pages,
            Clock clock) {
        this.overview = overview;
        this.today = today;
        this.staff = staff;
        this.agents = agents;
        this.campaigns = campaigns;
        this.teams = teams;
        this.pages = pages;
        this.clock = clock;
    }

    Monitor now() {
        var now = clock.instant();
        var running = overview.running();
        var figures = new Figures(campaigns, running, today.endings(), now);
        var waits = staff.waiting();
        var rows = agents.rows(staff.members(), figures.byAgent());
        return new Monitor(
                now,
                rows,
                rows.stream().map(AgentRow::id).toList(),
                campaigns.all().stream()
                        .map(campaign -> row(campaign, figures, waits))
                        .toList(),
                teams.all().stream().map(team -> row(team, waits)).toList(),
                pages.all().stream().flatMap(this::held).toList(),
                pages.troubles(),
                overview.unsent().stream().map(this::row).toList(),
                waiting(waits, wait -> true),
                overview.stuck(),
                overview.inboundSince(now).orElse(null));
    }

    private CampaignRow row(Campaign campaign, Figures figures, List<Wait> waits) {
        var id = campaign.id();
        return new CampaignRow(
                id,
                campaign.name(),
                campaign.zone().getId(),
                waiting(waits, wait -> isOf(wait.campaign(), id)),
                figures.active(id),
                figures.serviceLevel(campaign),
                figures.lost(id),
                figures.handled(id));
    }

    private boolean isOf(CampaignId waitsFor, CampaignId campaign) {
        return campaigns.findOrCatchAll(waitsFor).id().equals(campaign);
    }

    private static TeamRow row(Team team, List<Wait> waits) {
        return new TeamRow(
                team.id(), team.name(), waiting(waits, wait -> team.id().equals(wait.team())));
    }

    private static Waiting waiting(List<Wait> waits, Predicate<Wait> which) {
        var some = waits.stream().filter(which).map(Wait::since).toList();
        return new Waiting(
                some.size(), some.stream().min(Comparator.naturalOrder()).orElse(null));
    }

    private Stream<HeldPage> held(Page page) {
        return pages
                .held(page.id())
                .map(hold -> new HeldPage(page.id(), page.name(), hold.cause(), hold.reason(), hold.since()))
                .stream();
    }

    private UnsentRow row(Overview.Unsent unsent) {
        var name = pages.find(unsent.page())
                .map(Page::name)
                .orElseGet(() -> unsent.page().value());
        return new UnsentRow(unsent.page(), name, unsent.threads(), unsent.messages(), unsent.retried());
    }
}
