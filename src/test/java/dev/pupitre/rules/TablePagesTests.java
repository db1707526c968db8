package dev.pupitre.rules;

import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Members;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.rules.TablePage.ScheduleOf;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TablePagesTests {
    private final RulesRoom room = new RulesRoom();
    private final People people = mock();
    private final TableSummaries summaries = new TableSummaries(room.deployments, room.drafts, room.plans);
    private final Campaigns campaigns = mock();
    private final Pages connected = mock();
    private final Teams teams = mock();
    private final TablePages pages = new TablePages(
            room.deployments,
            room.drafts,
            new Choices(connected, campaigns, teams, people, room.tables),
            new Fired(mock(), mock(), room.versions, room.clock),
            RulesRoom.settings(false));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void saysThatATableHasTheColumnsOfAnEarlierPupitre() {
        assertThat(summaries.all()).extracting(TableSummary::outdated).containsOnly(false);
        var old = BUSINESS_HOURS.packaged().replace("<text>weekday</text>", "<text>dayOfWeek</text>");
        assertThat(room.versions.add(room.following(new Deployments.Change(1, null, null, old))))
                .isTrue();

        var again = room.restarted();

        assertThat(again.versions.current(BUSINESS_HOURS).orElseThrow().dmn())
                .as("what analysts have deployed goes on deciding")
                .isEqualTo(old);
        assertThat(pages.of(BUSINESS_HOURS).outdated()).isTrue();
        assertThat(summaries.all())
                .filteredOn(TableSummary::outdated)
                .extracting(TableSummary::table)
                .containsExactly("business-hours");
    }

    @Test
    void saysOfEachVersionWhetherItCanBeGoneBackTo() {
        var old = BUSINESS_HOURS.packaged().replace("<text>weekday</text>", "<text>dayOfWeek</text>");
        assertThat(room.versions.add(room.following(new Deployments.Change(1, null, null, old))))
                .isTrue();
        var again = room.restarted();

        assertThat(new OutdatedVersions(again.versions).all(BUSINESS_HOURS))
                .extracting(VersionView::number, VersionView::outdated)
                .containsExactly(tuple(2, true), tuple(1, false));
        assertThat(pages.of(BUSINESS_HOURS).current().outdated()).isTrue();
    }

    @Test
    void saysWhatIsToComeOfWhichTable() {
        var plan = room.planned(room.draft("Shut"), true);
        room.planning(false)
                .cancel(BUSINESS_HOURS, room.planned(room.draft("Zu"), true).id(), RulesRoom.NADIA);

        assertThat(summaries.all())
                .filteredOn(table -> !table.planned().isEmpty())
                .singleElement()
                .satisfies(table -> {
                    assertThat(table.table()).isEqualTo("business-hours");
                    assertThat(table.planned()).extracting(PlannedView::id).containsExactly(plan.id());
                });
    }

    @Test
    void offersAgentsToTheCellsButNoPrograms() {
        given(people.whoAnswer())
                .willReturn(List.of(
                        new People.Person(new UserId("alice"), "Alice", Set.of(Role.AGENT)),
                        new People.Person(new UserId("local-program"), "Local program", Set.of(Role.AGENT), true),
                        new People.Person(new UserId("sofia"), "Sofia", Set.of(Role.SUPERVISOR))));

        assertThat(pages.of(TableName.ROUTING).outputs())
                .filteredOn(column -> column.expression().equals("agent"))
                .singleElement()
                .extracting(TablePage.Column::choices)
                .isEqualTo(List.of(new Choice("alice", "Alice")));
    }

    @Test
    void offersThePagesAndTeamsThereAreByTheirNames() {
        Page page = mock();
        given(page.id()).willReturn(new PageId("100"));
        given(page.name()).willReturn("Bistro");
        given(connected.all()).willReturn(List.of(page));
        given(teams.all()).willReturn(List.of(new Team("night", "Night shift", Set.of("alice"))));

        var routing = pages.of(TableName.ROUTING);

        assertThat(choices(routing.inputs(), "page")).isEqualTo(List.of(new Choice("100", "Bistro")));
        assertThat(choices(routing.outputs(), "team")).isEqualTo(List.of(new Choice("night", "Night shift")));
    }

    @Test
    void offersTheSchedulesThatHaveRowsAndThoseThatCampaignsAskFor() {
        var asking = List.of(campaign("sales", true, "office", ""), campaign("fair", true, "fair", ""));
        given(campaigns.all()).willReturn(asking);

        assertThat(choices(pages.of(BUSINESS_HOURS).inputs(), "schedule"))
                .isEqualTo(List.of(Choice.of("always"), Choice.of("fair"), Choice.of("office")));
    }

    private static @Nullable List<Choice> choices(List<TablePage.Column> columns, String expression) {
        return columns.stream()
                .filter(column -> column.expression().equals(expression))
                .findFirst()
                .orElseThrow()
                .choices();
    }

    @Test
    void saysWhichCampaignsAskForWhichSchedule() {
        var asking = List.of(campaign("sales", true, "office", "Until soon"), campaign("old", false, "always", " "));
        given(campaigns.all()).willReturn(asking);

        assertThat(pages.of(BUSINESS_HOURS).schedules())
                .containsExactly(
                        new ScheduleOf("sales", "Campaign sales", true, "office", true),
                        new ScheduleOf("old", "Campaign old", false, "always", false));
        assertThat(pages.of(TableName.ROUTING).schedules()).isEmpty();
    }

    private static Campaign campaign(String id, boolean enabled, String schedule, String text) {
        Campaign campaign = mock();
        given(campaign.id()).willReturn(new CampaignId(id));
        given(campaign.name()).willReturn("Campaign " + id);
        given(campaign.enabled()).willReturn(enabled);
        given(campaign.schedule()).willReturn(schedule);
        given(campaign.members()).willReturn(Members.EVERYONE);
        given(campaign.afterHours())
                .willReturn(new AfterHours(new Localised(Map.of("default", text)), AfterHours.Then.WAIT, 1));
        return campaign;
    }
}
