package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.pupitre.campaign.Team;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Target;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.HttpSlice;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What callers of each kind meet who claim, hand on, assign, and look at the queue. */
class RoutingHttpTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Pool MEMBERS = Pool.members(SALES);

    private final RoutingRoom room = new RoutingRoom();
    private final People people = mock();
    private final HttpSlice http;

    static class Slice {
        @Bean
        ClaimController claims(Routing routing) {
            return new ClaimController(routing, mock(Reopenings.class));
        }

        @Bean
        TransferController transfers(Transfers transfers, Returns returns) {
            return new TransferController(transfers, returns);
        }

        @Bean
        QueueController queue(WaitingQueue queue, Places places) {
            return new QueueController(queue, places);
        }
    }

    RoutingHttpTests() {
        room.has(campaign("sales"));
        room.has(new Team("nights", "Nights", Set.of("bruno")));
        given(people.find(any())).willReturn(Optional.empty());
        for (var agent : List.of("alice", "bruno")) {
            var id = new UserId(agent);
            given(people.find(id)).willReturn(Optional.of(new People.Person(id, agent, Set.of(Role.AGENT))));
        }
        var transfers = new Transfers(room.conversations, room.node.routing, room.campaigns, room.teams, people);
        http = new HttpSlice(
                Slice.class, room.node.routing, transfers, room.node.returns, room.node.queue, room.node.places);
    }

    @AfterEach
    void close() {
        http.close();
        room.close();
    }

    @Test
    void anAgentTakesOneThatWaits() {
        var id = room.arrives("c0", MEMBERS, 0);

        assertThat(post("alice", Role.AGENT, "/conversations/c0/claim", null))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.assignee.id")
                .isEqualTo("alice");
        assertThat(room.placesOf("alice")).containsExactly(id);
        assertThat(post("alice", Role.AGENT, "/conversations/c0/claim", "{\"waiting\": true}"))
                .as("once more")
                .hasStatusOk();
    }

    @Test
    void whoIsSlowerIsToldWhoHasIt() {
        room.arrives("c0", MEMBERS, 0);
        assertThat(post("bruno", Role.AGENT, "/conversations/c0/claim", "{\"waiting\": true}"))
                .hasStatusOk();

        assertThat(post("alice", Role.AGENT, "/conversations/c0/claim", "{\"waiting\": true}"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .contains("bruno was faster");
        assertThat(room.placesOf("alice")).isEmpty();
        assertThat(post("alice", Role.AGENT, "/conversations/c0/claim", null))
                .as("taking over")
                .hasStatusOk();
    }

    @Test
    void nobodyTakesWhatIsOverOrUnknown() {
        room.over(new ConversationId("over"));

        assertThat(post("alice", Role.AGENT, "/conversations/over/claim", null)).hasStatus(409);
        assertThat(post("alice", Role.AGENT, "/conversations/unknown/claim", null))
                .hasStatus(404);
        assertThat(post("alice", Role.AGENT, "/conversations/over/claim", "{\"waiting\": 7"))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "transfer", "assign", "opened"})
    void anAnalystDoesNoneOfThis(String what) {
        room.arrives("c0", MEMBERS, 0);

        assertThat(post(
                        "nadia",
                        Role.ANALYST,
                        "/conversations/c0/" + what,
                        "{\"to\": {\"queue\": true}, \"agent\": \"alice\"}"))
                .hasStatus(403);
        assertThat(room.the(new ConversationId("c0")).state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void anAgentHandsTheirOwnOnWithANote() {
        var id = held("c0", "alice");

        assertThat(post(
                        "alice",
                        Role.AGENT,
                        "/conversations/c0/transfer",
                        "{\"to\": {\"team\": \"nights\"}, \"note\": \"wants a refund\"}"))
                .hasStatus(202)
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("NEW");

        assertThat(room.released).containsEntry(id, Target.team("nights"));
        verify(room.conversations)
                .release(
                        eq(id),
                        eq(new UserId("alice")),
                        any(),
                        argThat(author -> "alice".equals(author.name())),
                        eq("wants a refund"));
        assertThat(room.placesOf("alice")).isEmpty();
    }

    @Test
    void anAgentDoesNotHandOnWhatOthersHaveButASupervisorDoes() {
        held("c0", "bruno");
        var toNights = "{\"to\": {\"team\": \"nights\"}}";

        assertThat(post("alice", Role.AGENT, "/conversations/c0/transfer", toNights))
                .hasStatus(409);
        assertThat(room.released).isEmpty();
        assertThat(post("sofia", Role.SUPERVISOR, "/conversations/c0/transfer", toNights))
                .hasStatus(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"to\": {\"agent\": \"nobody\"}}",
                "{\"to\": {\"team\": \"unknown\"}}",
                "{\"to\": {\"campaign\": \"unknown\"}}",
                "{\"to\": {\"assistant\": true}}",
                "{\"to\": {}}",
                "{\"to\": {\"team\": \"nights\", \"queue\": true}}",
                "{}",
                "{\"to\": \"nights\"}",
                "not json"
            })
    void nothingIsHandedOnToWhatIsNotThere(String body) {
        held("c0", "alice");

        assertThat(post("alice", Role.AGENT, "/conversations/c0/transfer", body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.detail")
                .asString()
                .isNotBlank();
        assertThat(room.placesOf("alice")).hasSize(1);
    }

    @Test
    void aNoteHasAnEnd() {
        held("c0", "alice");
        var body = "{\"to\": {\"team\": \"nights\"}, \"note\": \"%s\"}";

        assertThat(post("alice", Role.AGENT, "/conversations/c0/transfer", body.formatted("x".repeat(2001))))
                .hasStatus(400);
        assertThat(post("alice", Role.AGENT, "/conversations/c0/transfer", body.formatted("x".repeat(2000))))
                .hasStatus(202);
    }

    @Test
    void nothingUnknownIsHandedOnOrAssigned() {
        assertThat(post("alice", Role.AGENT, "/conversations/unknown/transfer", "{\"to\": {\"queue\": true}}"))
                .hasStatus(404);
        assertThat(post("sofia", Role.SUPERVISOR, "/conversations/unknown/assign", "{\"agent\": \"alice\"}"))
                .hasStatus(404);
    }

    @Test
    void aSupervisorAssignsBeyondTheCapacity() {
        held("c0", "alice");
        held("c1", "alice");
        var third = room.arrives("c2", MEMBERS, 0);

        assertThat(post("alice", Role.AGENT, "/conversations/c2/assign", "{\"agent\": \"alice\"}"))
                .hasStatus(403);
        assertThat(post("sofia", Role.SUPERVISOR, "/conversations/c2/assign", "{\"agent\": \"alice\"}"))
                .hasStatusOk();
        assertThat(room.placesOf("alice")).hasSize(3).contains(third);
        for (var wrong : List.of("{\"agent\": \"nobody\"}", "{\"agent\": \" \"}", "{}", "{\"agent\": 7")) {
            assertThat(post("sofia", Role.SUPERVISOR, "/conversations/c2/assign", wrong))
                    .as(wrong)
                    .hasStatus(400);
        }
        room.over(third);
        assertThat(post("sofia", Role.SUPERVISOR, "/conversations/c2/assign", "{\"agent\": \"bruno\"}"))
                .hasStatus(409);
        assertThat(room.placesOf("bruno")).isEmpty();
    }

    @Test
    void theQueueIsShownInTheOrderItIsServed() {
        room.arrives("old", MEMBERS, 0);
        room.arrives("young", MEMBERS, 0);
        room.arrives("urgent", MEMBERS, 5);
        room.arrives("other", Pool.members(new CampaignId("other")), 9);

        assertThat(get("alice", Role.AGENT, "/queue?campaign=sales"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.items[*].conversation")
                .asArray()
                .containsExactly("urgent", "old", "young");
        assertThat(get("alice", Role.AGENT, "/queue?campaign=sales&page=1&size=2"))
                .bodyJson()
                .extractingPath("$.items[0].position")
                .isEqualTo(3);
        assertThat(get("alice", Role.AGENT, "/conversations/young/queue"))
                .bodyJson()
                .extractingPath("$.position")
                .isEqualTo(3);
    }

    @Test
    void theQueueRefusesWhatItDoesNotKnow() {
        held("c0", "alice");

        assertThat(get("alice", Role.AGENT, "/conversations/c0/queue")).hasStatus(404);
        assertThat(get("alice", Role.AGENT, "/conversations/unknown/queue")).hasStatus(404);
        assertThat(get("alice", Role.AGENT, "/queue?size=201")).hasStatus(400);
        assertThat(get("alice", Role.AGENT, "/queue?page=-1")).hasStatus(400);
        assertThat(get("nadia", Role.ANALYST, "/queue")).hasStatus(403);
        assertThat(get("nadia", Role.ANALYST, "/queue/unattended")).hasStatus(403);
    }

    private ConversationId held(String name, String agent) {
        Conversation waiting =
                room.put(room.conversation(new ConversationId(name), ConversationState.WAITING, 0, null, SALES));
        room.node.routing.assign(new UserId(agent), agent, waiting.id());
        return waiting.id();
    }

    private MvcTestResult get(String user, Role role, String path) {
        return http.get(HttpSlice.caller(user, role), path);
    }

    private MvcTestResult post(String user, Role role, String path, @Nullable String body) {
        return http.post(HttpSlice.caller(user, role), path, body);
    }
}
