package dev.pupitre.routing;

import static dev.pupitre.routing.CampaignFixture.campaign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Waiting.Overflow;
import dev.pupitre.conversation.AutomaticMessages;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.RulesProblems;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.conversation.Target;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueConversationWorkerTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");

    private final RoutingRoom room = new RoutingRoom();
    private final People people = mock();
    private final RulesProblems problems = mock();
    private final AutomaticMessages messages = mock();
    private final Wordings wordings = mock();
    private final Overflows overflows = new Overflows(
            room.node.admissions,
            room.node.places,
            room.node.dealer,
            room.node.routing,
            room.teams,
            messages,
            wordings);
    private final QueueConversationWorker worker = new QueueConversationWorker(
            room.conversations,
            room.node.choice,
            new RouteReader(room.teams, people, problems, room.clock),
            overflows,
            room.node.routing,
            messages,
            wordings,
            mock());
    private int arrived;

    @BeforeEach
    void conversationsAreQueued() {
        room.has(campaign("sales"));
        given(wordings.render(any(Localised.class), any())).willReturn("We are busy");
        given(people.find(any())).willReturn(Optional.empty());
        given(people.find(new UserId("alice")))
                .willReturn(Optional.of(new People.Person(new UserId("alice"), "Alice", Set.of(Role.AGENT))));
        given(room.conversations.queue(any(), any(), anyInt(), any(), any())).willAnswer(call -> {
            ConversationId id = call.getArgument(0);
            return Optional.of(room.put(
                    room.conversation(id, ConversationState.WAITING, call.getArgument(2), null, call.getArgument(1))));
        });
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void followsWhatTheRulesSay() {
        room.has(new Team("billing", "Billing", Set.of("alice")));

        var forTeam = queued(new Route("team", "billing", null, "refunds", 5));
        var forAgent = queued(new Route("agent", null, "alice", null, null));

        assertThat(entry(forTeam))
                .returns(new Pool(SALES, Pool.Kind.TEAM, "billing"), QueueEntry::whoFor)
                .returns(5, QueueEntry::priority)
                .returns("refunds", QueueEntry::expertise);
        assertThat(entry(forAgent)).returns(new Pool(SALES, Pool.Kind.AGENT, "alice"), QueueEntry::whoFor);
        verify(problems, never()).report(any(), any(), any(), any(), any());
    }

    @Test
    void leavesToTheMembersWhatIsForSomebodyUnknownAndTellsTheAnalysts() {
        var noTeam = queued(new Route("team", "biling", null, null, null));
        var noAgent = queued(new Route("agent", null, "nobody", null, null));

        assertThat(entry(noTeam)).returns(Pool.members(SALES), QueueEntry::whoFor);
        assertThat(entry(noAgent)).returns(Pool.members(SALES), QueueEntry::whoFor);
        verify(problems).report(eq(noTeam), any(), eq("team"), eq(Kind.UNKNOWN_TEAM), eq("biling"));
        verify(problems).report(eq(noAgent), any(), eq("agent"), eq(Kind.UNKNOWN_AGENT), eq("nobody"));
    }

    @Test
    void namesTheRowThatSaidWhatCannotBeFollowed() {
        var said = decided(Map.of("target", "team", "team", "biling", "priority", 5));

        var id = queued(new Route("team", "biling", null, null, 5));

        assertThat(entry(id)).returns(Pool.members(SALES), QueueEntry::whoFor).returns(5, QueueEntry::priority);
        verify(problems).report(id, said, "team", Kind.UNKNOWN_TEAM, "biling");
        verifyNoMoreInteractions(problems);
    }

    @Test
    void namesTheRowThatIsForATeamAndNamesNone() {
        var said = decided(Map.of("target", "team", "team", " "));

        var id = queued(new Route("team", " ", null, null, null));
        var empty = queued(new Route("team", null, null, null, null));

        assertThat(entry(id)).returns(Pool.members(SALES), QueueEntry::whoFor);
        assertThat(entry(empty)).returns(Pool.members(SALES), QueueEntry::whoFor);
        verify(problems).report(id, said, "team", Kind.UNKNOWN_TEAM, "");
        verify(problems).report(empty, said, "team", Kind.UNKNOWN_TEAM, "");
    }

    @Test
    void namesTheRowOfValuesThatTheProcessHasPassedOver() {
        var said = decided(Map.of("target", 7, "team", List.of(1, 2), "expertise", true, "priority", "very high"));

        var id = queued(new Route(null, null, null, null, 0));

        assertThat(entry(id))
                .returns(Pool.members(SALES), QueueEntry::whoFor)
                .returns(0, QueueEntry::priority)
                .returns(null, QueueEntry::expertise);
        verify(problems).report(id, said, "target", Kind.WRONG_TYPE, "7");
        verify(problems).report(id, said, "team", Kind.WRONG_TYPE, "[1, 2]");
        verify(problems).report(id, said, "expertise", Kind.WRONG_TYPE, "true");
        verify(problems).report(id, said, "priority", Kind.WRONG_TYPE, "very high");
        verifyNoMoreInteractions(problems);
    }

    @Test
    void namesNoRowWhereTheEngineDecidedOtherwise() {
        decided(Map.of("target", "team", "team", "billing"));

        var id = queued(new Route("team", "biling", null, null, null));

        verify(problems)
                .report(eq(id), argThat(decision -> decision.row() == null), eq("team"), eq(Kind.UNKNOWN_TEAM), any());
    }

    @Test
    void blamesNoRowForWhatSomebodyChoseWhoHandedItOn() {
        decided(Map.of("target", "agent", "agent", "nobody"));
        var id = arrives();
        room.released.put(id, Target.team("closed-since"));

        assertThat(handle(id, new Route("team", "closed-since", null, null, null))
                        .queued())
                .isTrue();

        assertThat(entry(id)).returns(Pool.members(SALES), QueueEntry::whoFor);
        verifyNoInteractions(problems);
    }

    private Decision decided(Map<String, Object> outputs) {
        var decision = new Decision(
                "routing", 3, 12, "Whom nobody knows", outputs, List.of(), null, null, room.clock.instant());
        room.decisions.add(decision);
        return decision;
    }

    @Test
    void isNotHeldUpByValuesOfAnotherType() {
        var id = queued(new Route(7, null, null, true, "high"));

        assertThat(entry(id))
                .returns(Pool.members(SALES), QueueEntry::whoFor)
                .returns(0, QueueEntry::priority)
                .returns(null, QueueEntry::expertise);
        verify(problems).report(eq(id), any(), eq("target"), eq(Kind.WRONG_TYPE), eq("7"));
        verify(problems).report(eq(id), any(), eq("priority"), eq(Kind.WRONG_TYPE), eq("high"));
        verify(problems).report(eq(id), any(), eq("expertise"), eq(Kind.WRONG_TYPE), eq("true"));
    }

    @Test
    void turnsAwayWhoFindsTheQueueFullWhereTheCampaignEndsSuchConversations() {
        room.has(campaign("sales").waiting(2, Overflow.END, null));
        queued(null);
        var second = queued(null);

        var third = arrives();
        assertThat(handle(third, null).queued()).isFalse();
        verify(messages).notifyCustomer(third, "overflow", "We are busy");
        assertThat(handle(second, null).queued()).as("a repeated job").isTrue();

        room.node.routing.handOn(second, null, () -> Optional.ofNullable(room.known.get(second)));
        assertThat(handle(arrives(), null).queued())
                .as("a place in the queue is free")
                .isTrue();
    }

    @Test
    void leavesToAnotherTeamWhoFindsTheQueueFull() {
        room.has(new Team("nights", "Nights", Set.of("alice")));
        room.has(campaign("sales").waiting(1, Overflow.TEAM, "nights"));
        queued(null);

        var second = queued(null);

        assertThat(entry(second)).returns(new Pool(SALES, Pool.Kind.TEAM, "nights"), QueueEntry::whoFor);
    }

    @Test
    void turnsNobodyAwayWhileAgentsHaveRoom() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        room.node.admissions.admit(SALES, new ConversationId("just-being-given"), 1);
        room.online("alice");

        assertThat(handle(arrives(), null).queued()).isTrue();
    }

    @Test
    void turnsNobodyAwayWhoseOfferHasLapsed() {
        room.has(campaign("sales").offering(30).waiting(1, Overflow.END, null));
        room.online("alice");
        var offered = queued(null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).containsExactly(new RoutingRoom.Gift(offered, "alice")));
        await().atMost(PATIENCE).until(() -> room.node.admissions.all().isEmpty());
        room.node.shifts.become(RoutingRoom.agent("alice"), Availability.AWAY, false);
        queued(null);
        assertThat(handle(arrives(), null).queued()).as("the queue is full").isFalse();

        room.clock.advance(Duration.ofSeconds(31));
        room.node.returns.sweep();

        assertThat(room.released).containsOnlyKeys(offered);
        assertThat(handle(offered, null).queued()).isTrue();
    }

    @Test
    void readsNothingOfWhatWasPreparedAMomentAgo() {
        var id = arrives();
        prepared(id);
        given(room.conversations.queueFirst(any(), any(), anyInt(), any())).willAnswer(call -> Optional.of(waits(id)));

        assertThat(handle(id, new Route("members", null, null, null, 3)).queued())
                .isTrue();

        assertThat(entry(id)).returns(Pool.members(SALES), QueueEntry::whoFor);
        verify(room.conversations).queueFirst(id, SALES, 3, null);
        verify(room.conversations, never()).progress(any());
    }

    @Test
    void readsItWhereSomethingHasHappenedSince() {
        var id = arrives();
        prepared(id);

        assertThat(handle(id, null).queued()).isTrue();

        verify(room.conversations).progress(id);
        assertThat(entry(id)).returns(Pool.members(SALES), QueueEntry::whoFor);
    }

    @Test
    void countsAtTheDoorWhomItWasPreparedFor() {
        room.has(campaign("sales").waiting(1, Overflow.END, null));
        queued(null);
        var late = arrives();
        prepared(late);

        assertThat(handle(late, null).queued()).isFalse();
    }

    private void prepared(ConversationId id) {
        var progress = room.conversations.progress(id);
        clearInvocations(room.conversations);
        given(room.conversations.freshlyPrepared(id)).willReturn(Optional.of(progress));
    }

    private Conversation waits(ConversationId id) {
        return room.put(room.conversation(id, ConversationState.WAITING, 3, null, SALES));
    }

    private ConversationId queued(@Nullable Route route) {
        var id = arrives();
        assertThat(handle(id, route).queued()).isTrue();
        return id;
    }

    private ConversationId arrives() {
        var id = new ConversationId("c" + arrived++);
        room.put(room.conversation(id, ConversationState.NEW, 0, null, SALES));
        return id;
    }

    private QueueConversationWorker.Output handle(ConversationId id, @Nullable Route route) {
        return worker.handle(new QueueConversationWorker.Input(id, SALES, route, null, null));
    }

    private QueueEntry entry(ConversationId id) {
        return room.node.queue.find(id).orElseThrow();
    }
}
