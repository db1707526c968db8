package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.AfterHours.Then;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.routing.TransferTargets.Colleague;
import dev.pupitre.routing.TransferTargets.Crew;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferTargetsTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Team NIGHTS = new Team("nights", "Nights", Set.of("alice", "bruno"));

    private final RoutingRoom room = new RoutingRoom(4);
    private final People people = mock();
    private final OpeningHours hours = mock();
    private final TransferTargets targets = new TransferTargets(
            people, room.node.agents, room.teams, room.campaigns, room.node.choice, hours, room.clock);

    @BeforeEach
    void threeWhoAnswer() {
        given(people.whoAnswer())
                .willReturn(Stream.of("alice", "bruno", "chloe")
                        .map(name -> new People.Person(new UserId(name), name, Set.of(Role.AGENT)))
                        .toList());
        given(hours.isOpen(any(), any())).willReturn(true);
        given(room.teams.all()).willReturn(List.of(NIGHTS));
        room.has(NIGHTS);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoHasAllThatTheCampaignAllowsHasNoRoomForMoreOfIt() {
        has(campaign("sales").atMostPerAgent(1), campaign("support"));
        room.online("alice");
        room.arrives("c0", Pool.members(SALES), 0);
        await().atMost(PATIENCE).until(() -> !room.placesOf("alice").isEmpty());
        room.online("bruno");

        assertThat(room(SALES)).containsExactly("bruno");
        assertThat(room(new CampaignId("support"))).containsExactly("alice", "bruno");
        assertThat(team(SALES)).isEqualTo(new Crew(2, 2, 1));
        assertThat(team(new CampaignId("support"))).isEqualTo(new Crew(2, 2, 2));
        assertThat(crews()).containsExactly(new Crew(3, 2, 1), new Crew(3, 2, 2));
    }

    @Test
    void programsAreNoTargetsAndCountedOnlyWhileTheyAnswer() {
        has(campaign("sales"));
        var program = new People.Person(new UserId("robot"), "Robot", Set.of(Role.AGENT), true);
        given(people.whoAnswer())
                .willReturn(List.of(new People.Person(new UserId("alice"), "alice", Set.of(Role.AGENT)), program));

        assertThat(targets.all(SALES).agents()).extracting(Colleague::id).containsExactly("alice");
        assertThat(crews()).containsExactly(new Crew(1, 0, 0));

        room.online("robot");
        assertThat(targets.all(SALES).agents()).extracting(Colleague::id).containsExactly("alice");
        assertThat(crews()).containsExactly(new Crew(2, 1, 1));
    }

    @Test
    void nobodyIsGivenWhatIsShownToAllAtOnceButWhoIsChosen() {
        has(campaign("sales").by(Strategy.ALL_AT_ONCE));
        room.online("alice");

        assertThat(targets.all(SALES).campaigns())
                .extracting(TransferTargets.Choosable::strategy)
                .containsExactly(Strategy.ALL_AT_ONCE);
        assertThat(crews()).containsExactly(new Crew(3, 1, 0));
        assertThat(team(SALES)).isEqualTo(new Crew(2, 1, 0));
        assertThat(room(SALES)).containsExactly("alice");
    }

    @Test
    void whoIsAwayGetsNothing() {
        has(campaign("sales"));
        room.online("alice");
        room.offline("alice");

        assertThat(room(SALES)).isEmpty();
        assertThat(crews()).containsExactly(new Crew(3, 0, 0));
    }

    @Test
    void saysWhichClosedDeskEndsWhatComesToIt() {
        has(campaign("sales").whenClosed(Then.CLOSE), campaign("support").whenClosed(Then.WAIT));
        assertThat(ending()).isEmpty();

        given(hours.isOpen(any(), any())).willReturn(false);
        assertThat(ending()).containsExactly(SALES);
    }

    private List<CampaignId> ending() {
        return targets.all(SALES).campaigns().stream()
                .filter(TransferTargets.Choosable::ends)
                .map(TransferTargets.Choosable::id)
                .toList();
    }

    private void has(CampaignFixture... fixtures) {
        Stream.of(fixtures).forEach(room::has);
        given(room.campaigns.all())
                .willReturn(Stream.of(fixtures).map(CampaignFixture::build).toList());
    }

    private List<String> room(CampaignId campaign) {
        return targets.all(campaign).agents().stream()
                .filter(Colleague::room)
                .map(Colleague::id)
                .toList();
    }

    private Crew team(CampaignId campaign) {
        return targets.all(campaign).teams().getFirst().crew();
    }

    private List<Crew> crews() {
        return targets.all(Campaign.CATCH_ALL).campaigns().stream()
                .map(TransferTargets.Choosable::crew)
                .toList();
    }
}
