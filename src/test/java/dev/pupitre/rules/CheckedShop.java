package dev.pupitre.rules;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.rules.Finding.Code;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tables of a small shop may name, and the check that knows it. */
final class CheckedShop {
    /** What a row of routing answers that leads to no campaign, team or person. */
    static final String[] NOBODY = {"null", "null", "null", "null", "0"};

    final Campaigns campaigns = mock();
    private final Teams teams = mock();
    private final People people = mock();
    private final Pages pages = mock();
    final TableCheck check =
            new TableCheck(new FeelCells(), new TableCompiler(), new NamesCheck(campaigns, teams, people, pages));

    CheckedShop() {
        var catchAll = Campaign.usual(Campaign.CATCH_ALL, "All", "office", ZoneOffset.UTC);
        given(campaigns.findInUse(Campaign.CATCH_ALL)).willReturn(Optional.of(catchAll));
        given(campaigns.findInUse(new CampaignId("sales"))).willReturn(Optional.of(catchAll));
        given(teams.find("billing")).willReturn(Optional.of(new Team("billing", "Billing", Set.of())));
        given(people.find(new UserId("alice")))
                .willReturn(Optional.of(new People.Person(new UserId("alice"), "Alice", Set.of(Role.AGENT))));
        given(people.find(new UserId("sofia")))
                .willReturn(Optional.of(new People.Person(new UserId("sofia"), "Sofia", Set.of(Role.ANALYST))));
        given(people.find(new UserId("local-program")))
                .willReturn(Optional.of(
                        new People.Person(new UserId("local-program"), "Local program", Set.of(Role.AGENT), true)));
        given(pages.find(new PageId("1001"))).willReturn(Optional.of(mock(Page.class)));
    }

    /** What is found where the first row of routing asks this and names nobody. */
    List<Finding> routing(String input, String cell) {
        return check.check(
                TableName.ROUTING,
                TableFile.of(TableName.ROUTING).row(Map.of(input, cell), NOBODY).dmn());
    }

    /** The codes of what keeps a table from being deployed. */
    List<Code> errors(TableName table, String dmn) {
        return check.check(table, dmn).stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .toList();
    }
}
