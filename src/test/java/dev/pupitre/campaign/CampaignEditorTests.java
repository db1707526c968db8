package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.identity.AgentLeft;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.FieldProblem;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CampaignEditorTests {
    private final CampaignRoom room = new CampaignRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void makesACampaignOfANameThatIsOpenAtOfficeHoursAndNotYetEnabled() {
        var made = room.made("{'name': ' Été à Paris! '}").campaign();

        assertThat(made.id()).isEqualTo(new CampaignId("ete-a-paris"));
        assertThat(made)
                .returns("Été à Paris!", Campaign::name)
                .returns(false, Campaign::enabled)
                .returns("office", Campaign::schedule)
                .returns(CampaignRoom.PARIS, Campaign::zone)
                .returns(1L, Campaign::version);
        assertThat(room.made("{'name': 'Ete a Paris'}").id()).isEqualTo(new CampaignId("ete-a-paris-2"));
        assertThat(room.made("{'name': 'Options'}").id()).isEqualTo(new CampaignId("campaign-options"));
        assertThat(room.made("{'name': '東京'}").id()).isEqualTo(new CampaignId("campaign"));
    }

    @Test
    void refusesAnIdThatIsTaken() {
        var wanted = new CampaignId("vip");
        room.editor.create(CampaignRoom.SOFIA, wanted, CampaignRoom.json("{'name': 'A'}"));

        assertThatExceptionOfType(IdTaken.class)
                .isThrownBy(() -> room.editor.create(CampaignRoom.SOFIA, wanted, CampaignRoom.json("{'name': 'B'}")));
    }

    @Test
    void keepsEverythingACampaignHolds() {
        var made = room.made("""
                {'name': 'All', 'channels': ['MESSENGER', 'COMMENT'], 'pages': ['100'], 'objective': 'Sell', 'strategy': 'LINEAR',
                 'zone': 'Asia/Tokyo', 'thresholds': {'idle': 900}, 'waiting': {'maximum': 5, 'overflow': 'END',
                 'overflowText': {'default': 'Full'}}, 'maximumPerAgent': 3, 'greeting': {'on': true, 'text':
                 {'default': 'Hello {{customer.firstName}}', 'fr-CA': 'Allô'}}, 'afterHours': {'then': 'CLOSE'},
                 'survey': {'on': true, 'question': {'default': 'How was it?'}}, 'assistant': {'on': true, 'entries':
                 [{'questions': ['Where?'], 'answer': {'default': 'Here'}}], 'costLimit': 0.25}, 'cannedResponses':
                 [{'shortcut': 'thanks', 'title': 'Thanks', 'text': {'default': 'Thank you'}}], 'members': {'list':
                 [{'user': 'alice', 'expertise': ['shoes'], 'capacity': 2}]}, 'tags': ['b', 'a']}""");

        var stored = room.editor.find(made.id());

        assertThat(stored).isEqualTo(made);
        assertThat(stored.campaign().thresholds().serviceLevel()).isEqualTo(60);
        assertThat(stored.campaign().greeting().text().in("fr_CA")).isEqualTo("Allô");
        assertThat(stored.campaign().assistant().costLimit()).isEqualByComparingTo("0.25");
        assertThat(new JsonMapper().writeValueAsString(room.views.of(stored)))
                .contains("\"id\":\"all\"", "\"tags\":[\"b\",\"a\"]", "\"catchAll\":false", "\"archived\":false")
                .contains("\"text\":{\"default\":\"Hello {{customer.firstName}}\",\"fr-CA\":\"Allô\"}");
    }

    @Test
    void takesNoneForTheCampaignsOwnMaximum() {
        var made =
                room.made("{'name': 'All', 'members': {'list': [{'user': 'alice', 'expertise': [], 'capacity': 0}]}}");

        assertThat(made.campaign().members().find("alice")).get().returns(null, Members.Member::capacity);
    }

    @Test
    void changesOnlyWhatIsGiven() {
        var made = room.complete("Sales");

        var changed = room.change(made, "{'objective': 'Sell', 'thresholds': {'idle': 900}}")
                .campaign();

        assertThat(changed.withVersion(1))
                .usingRecursiveComparison()
                .ignoringFields("objective", "thresholds")
                .isEqualTo(made.campaign());
        assertThat(changed)
                .returns("Sell", Campaign::objective)
                .returns(new Thresholds(60, 80, 600, 120, 0, 0, 900), Campaign::thresholds)
                .returns(2L, Campaign::version);
    }

    @Test
    void refusesAChangeOfWhatSomebodyElseHasChanged() {
        var seen = room.complete("Sales");
        var other = room.editor.change(
                CampaignRoom.OTTO, seen.id(), seen.version(), CampaignRoom.json("{'objective': 'Otto'}"));

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> room.change(seen, "{'objective': 'Sofia'}"))
                .withMessageContaining("version 2 by now");

        assertThat(room.editor.find(seen.id())).isEqualTo(other);
    }

    @Test
    void losesNoneOfManyMembersWhoAreAddedAtOnce() {
        var campaign = room.complete("Sales");
        var users = IntStream.range(0, 8).mapToObj(number -> "agent-" + number).toArray(String[]::new);
        room.work(users);

        IntStream.range(0, users.length)
                .parallel()
                .forEach(number -> room.editor.setMember(
                        CampaignRoom.SOFIA, campaign.id(), new Members.Member(users[number], Set.of(), null)));

        assertThat(room.campaigns.find(campaign.id()).orElseThrow().members().list())
                .extracting(Members.Member::user)
                .containsExactlyInAnyOrder(users);
    }

    @Test
    void saysAllThatIsMissingBeforeACampaignCanBeEnabled() {
        var made = room.made("{'name': 'Bare', 'schedule': '', 'channels': []}");

        assertThatExceptionOfType(CampaignIncomplete.class)
                .isThrownBy(() -> room.editor.enable(CampaignRoom.SOFIA, made.id()))
                .withMessageContaining("schedule must be chosen");

        assertThat(room.views.of(made).missing())
                .extracting(FieldProblem::code)
                .containsExactly("NO_CHANNEL", "NO_PAGE", "NO_SCHEDULE", "NO_MEMBERS");
        assertThat(room.campaigns.find(made.id())).map(Campaign::enabled).contains(false);
    }

    @Test
    void enablesWhatIsCompleteAndDisablesItWithoutLosingAnything() {
        var made = room.complete("Sales");

        var enabled = room.editor.enable(CampaignRoom.SOFIA, made.id());
        var disabled = room.editor.disable(CampaignRoom.SOFIA, made.id());

        assertThat(enabled.campaign())
                .isEqualTo(made.campaign().withEnabled(true).withVersion(2));
        assertThat(disabled.campaign()).isEqualTo(made.campaign().withVersion(3));
    }

    @Test
    void doesNotLetAnEnabledCampaignBecomeIncomplete() {
        var enabled =
                room.editor.enable(CampaignRoom.SOFIA, room.complete("Sales").id());

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> room.change(enabled, "{'members': {'everyone': false}, 'pages': []}"))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::code)
                        .containsExactly("NO_PAGE", "NO_MEMBERS"));
    }

    @Test
    void letsOtherThingsBeChangedWhenAPageWasDisconnectedSince() {
        var enabled =
                room.editor.enable(CampaignRoom.SOFIA, room.complete("Sales").id());
        room.connected();

        var changed = room.change(enabled, "{'objective': 'Sell'}");

        assertThat(room.views.of(changed).missing())
                .extracting(FieldProblem::code)
                .containsExactly("PAGE_NOT_CONNECTED");
    }

    @Test
    void neverDisablesOrNarrowsTheCatchAll() {
        room.campaigns.all();
        var catchAll = room.editor.find(Campaign.CATCH_ALL);

        assertThatExceptionOfType(CampaignRefused.class)
                .isThrownBy(() -> room.editor.disable(CampaignRoom.SOFIA, catchAll.id()));
        assertThatExceptionOfType(CampaignRefused.class)
                .isThrownBy(() -> room.editor.delete(CampaignRoom.SOFIA, catchAll.id()));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> room.change(catchAll, "{'pages': ['100'], 'members': {'everyone': false}}"))
                .satisfies(refusal -> assertThat(refusal.problems())
                        .extracting(FieldProblem::field)
                        .contains("pages", "members.everyone"));
        assertThat(room.change(catchAll, "{'schedule': 'office'}").campaign().schedule())
                .isEqualTo("office");
    }

    @Test
    void removesWhatWasNeverEnabledAndArchivesTheRest() {
        var unused = room.complete("Unused");
        var used = room.editor.enable(CampaignRoom.SOFIA, room.complete("Used").id());

        room.editor.delete(CampaignRoom.SOFIA, unused.id());
        room.editor.delete(CampaignRoom.SOFIA, used.id());

        assertThatExceptionOfType(CampaignNotFound.class).isThrownBy(() -> room.editor.find(unused.id()));
        assertThat(room.views.all(true))
                .extracting(view -> view.campaign().id())
                .containsExactly(used.id());
        assertThat(room.campaigns.all()).extracting(Campaign::id).doesNotContain(used.id());
        assertThatExceptionOfType(CampaignRefused.class)
                .isThrownBy(() -> room.editor.enable(CampaignRoom.SOFIA, used.id()));
        room.editor.restore(CampaignRoom.SOFIA, used.id());
        assertThat(room.campaigns.find(used.id())).map(Campaign::enabled).contains(false);
        assertThat(room.campaigns.all()).extracting(Campaign::id).contains(used.id());
    }

    @Test
    void copiesACampaignWithoutEnablingTheCopy() {
        var made = room.editor.enable(CampaignRoom.SOFIA, room.complete("Sales").id());

        var copy = room.editor.duplicate(CampaignRoom.SOFIA, made.id(), null, "Sales too");

        assertThat(copy.campaign()).isEqualTo(made.campaign().copiedAs(new CampaignId("sales-too"), "Sales too"));
    }

    @Test
    void letsThoseGoWhoAreNoAgentsAnyMore() {
        var campaign = room.complete("Sales");
        room.change(
                campaign,
                "{'members': {'everyone': false, 'list': [%s, %s]}}".formatted(member("alice"), member("bruno")));
        var team = room.teamEditor.create(null, "Night", Set.of("alice", "bruno"));
        room.work("bruno");

        room.departures.onLeave(new AgentLeft(new UserId("alice")));

        assertThat(room.campaigns.find(campaign.id()).orElseThrow().members().list())
                .extracting(Members.Member::user)
                .containsExactly("bruno");
        assertThat(room.teams.find(team.id()).orElseThrow().members()).containsExactly("bruno");
    }

    @Test
    void tellsOfEachChange() {
        room.campaigns.all();
        var made = room.complete("Sales");
        room.happened.clear();

        room.editor.enable(CampaignRoom.SOFIA, made.id());
        room.editor.enable(CampaignRoom.SOFIA, made.id());

        assertThat(room.happened).isEqualTo(List.of(new CampaignChanged(made.id(), true)));
    }

    private static String member(String user) {
        return "{'user': '%s', 'expertise': [], 'capacity': null}".formatted(user);
    }
}
