package dev.pupitre.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.doThrow;

import dev.pupitre.campaign.Thresholds;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the desk decides for the process to hear: handed on, gone silent, written in again. */
class ReleaseTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final UserId ALICE = ConversationRoom.ALICE.id();

    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void handsAConversationOnWithANote() {
        var id = room.givenToAlice("1");

        room.conversations.release(
                id, ALICE, Target.team("billing"), Author.agent(ConversationRoom.ALICE.id(), "Alice"), "An invoice");

        assertThat(room.conversations.get(id))
                .returns(ConversationState.NEW, Conversation::state)
                .returns(null, Conversation::assignee);
        assertThat(lastLine(id))
                .isEqualTo(new Happening(
                        Happening.Type.TRANSFERRED,
                        Map.of("to", "TEAM", "id", "billing", "from", "Alice", "by", "Alice", "note", "An invoice")));
        assertThat(released(id).routing()).isEqualTo(new Signals.Route("team", "billing", null, null, 0));
    }

    @Test
    void saysWhyNobodyHandedOnWhatOthersGet() {
        var id = room.givenToAlice("1");

        assertThat(room.conversations.giveBack(id, ALICE, Target.queue(), HandingOn.Why.NOT_OPENED))
                .isPresent();

        assertThat(lastLine(id))
                .isEqualTo(new Happening(
                        Happening.Type.TRANSFERRED, Map.of("to", "QUEUE", "from", "Alice", "why", "NOT_OPENED")));
        assertThat(released(id).routing().target()).isEqualTo("members");
    }

    @Test
    void saysWhoTookItOverFromWhom() {
        var id = room.givenToAlice("1");

        room.conversations.takeOver(id, ConversationRoom.ALICE.id(), ConversationRoom.BRUNO.id(), "Bruno");
        assertThat(room.conversations.takeOver(id, ConversationRoom.ALICE.id(), ConversationRoom.BRUNO.id(), "Bruno"))
                .isEmpty();

        assertThat(lastLine(id))
                .isEqualTo(new Happening(Happening.Type.TAKEN_OVER, Map.of("by", "Bruno", "from", "Alice")));
        assertThat(room.conversations.stored(id).messages())
                .filteredOn(message -> message.extras().happening() != null)
                .hasSize(1);
    }

    @Test
    void handsAConversationOnToAnotherCampaign() {
        var id = room.givenToAlice("1");
        assertThat(room.conversations.progress(id).isHandedOn()).isFalse();

        room.conversations.release(id, ALICE, Target.campaign(new CampaignId("sales")), null, null);

        assertThat(released(id)).returns(new CampaignId("sales"), Signals.Released::campaign);
        assertThat(released(id).routing().target()).isEqualTo("members");
        assertThat(room.conversations.progress(id).isHandedOn()).isTrue();
    }

    @Test
    void isGivenToNobodyUntilItsProcessHasQueuedItAgain() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.agent(new UserId("bruno")), null, null);

        assertThat(room.conversations.assign(id, ConversationRoom.BRUNO.id(), "Bruno"))
                .isEmpty();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, 1, null);

        assertThat(room.conversations.assign(id, ConversationRoom.BRUNO.id(), "Bruno"))
                .isPresent();
    }

    @Test
    void waitsWhereItWasHandedOnLastWhateverItsProcessDoesAboutTheTimeBefore() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.campaign(new CampaignId("sales")), null, null);
        room.conversations.release(id, Target.campaign(new CampaignId("support")), null, null);

        room.conversations.queue(id, new CampaignId("sales"), 7, 1, null);
        assertThat(room.conversations.progress(id).isHandedOnSince(1)).isTrue();
        assertThat(room.conversations.get(id)).returns(ConversationState.NEW, Conversation::state);

        room.conversations.queue(id, new CampaignId("support"), 3, 2, null);
        assertThat(room.conversations.progress(id).isHandedOnSince(2)).isFalse();
        assertThat(room.conversations.get(id))
                .returns(ConversationState.WAITING, Conversation::state)
                .returns(new CampaignId("support"), Conversation::campaign)
                .returns(3, Conversation::priority);
    }

    @Test
    void waitsElsewhereWhenItIsHandedOnWhileItWaits() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.campaign(new CampaignId("sales")), null, null);
        room.conversations.queue(id, new CampaignId("sales"), 7, 1, null);

        room.conversations.release(id, Target.campaign(new CampaignId("support")), null, null);
        room.conversations.queue(id, new CampaignId("support"), 3, 2, null);

        assertThat(room.conversations.get(id))
                .returns(new CampaignId("support"), Conversation::campaign)
                .returns(3, Conversation::priority);
    }

    @Test
    void tellsTheProcessWhoHasItForTheRoundInWhichItIs() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.queue(), null, null);
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, 1, null);
        room.conversations.assign(id, ConversationRoom.BRUNO.id(), "Bruno");

        assertThat(released(id).round()).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.published)
                        .filteredOn(message -> message.name().equals("agent-assigned"))
                        .extracting(EngineMessage::correlationKey)
                        .containsSubsequence(id.value(), id + ":1")
                        .containsOnly(id.value(), id + ":1"));
    }

    @Test
    void tellsTheProcessNothingOfWhoHadItOnceItWasHandedOn() {
        doThrow(EngineUnavailable.class).when(room.engine).publish(any());
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.queue(), null, null);
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, 1, null);

        assertThat(room.conversations.stored(id).due())
                .extracting(Due::kind)
                .containsExactly(Due.Kind.START, Due.Kind.RELEASED);
    }

    @Test
    void goesByTheLimitsOfTheCampaignThatItIsHandedOnTo() {
        var sales = new CampaignId("sales");
        given(room.campaigns.find(sales))
                .willReturn(
                        Optional.of(ACampaign.named("sales").within(new Thresholds(60, 80, 600, 120, 0, 900, 300))));
        var id = room.givenToAlice("1");

        room.conversations.release(id, ALICE, Target.campaign(sales), null, null);

        assertThat(released(id)).returns("PT15M", Signals.Released::chatTime).returns("PT5M", Signals.Released::idle);
    }

    @Test
    void isNotClosedInTasklistOnceItWasHandedOn() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE, Target.team("billing"), null, null);

        assertThat(room.closing.complete(id, null))
                .as("given back to its process")
                .isTrue();
        assertThat(room.conversations.get(id)).returns(ConversationState.NEW, Conversation::state);
        assertThat(room.closing.complete(id, 1)).isFalse();
        assertThat(room.conversations.get(id)).returns(ConversationState.CLOSED, Conversation::state);
    }

    @Test
    void isNotHandedOnWhenItIsOverOrBeingClosed() {
        var id = room.givenToAlice("1");
        room.resolutions.resolve(ConversationRoom.ALICE, id, null);

        assertNotHandedOn(id);
        room.closing.close(id, requireNonNull(room.conversations.stored(id).resolution()));
        assertNotHandedOn(id);
    }

    @Test
    void isNotTakenOutOfTheQueueOnceAnAgentHasBeenGivenIt() {
        var id = room.givenToAlice("1");

        assertThat(room.conversations.release(id, Target.queue(), null, null)).isEmpty();

        assertThat(room.conversations.get(id)).returns(ConversationState.ASSIGNED, Conversation::state);
    }

    @Test
    void tellsAProcessThatWaitsForTheCustomerOfTheNextMessageAndOfNoOther() {
        room.customerWrites("1", "m1", "Hello");
        var id = room.openWith("1", 1).conversationId();
        assertThat(room.conversations.awaitCustomer(id, 1)).isTrue();

        room.customerWrites("1", "m2", "Is anybody there?");
        room.customerWrites("1", "m3", "Hello?");
        room.openWith("1", 3);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.publishedNames()).contains("customer-message"));
        await().atMost(PATIENCE).until(() -> room.isNothingDue(id));
        assertThat(room.publishedNames()).containsOnlyOnce("customer-message");
    }

    @Test
    void doesNotWaitForTheCustomerWhoHasWrittenMoreThanWasHeard() {
        room.customerWrites("1", "m1", "Hello");
        room.customerWrites("1", "m2", "Is anybody there?");
        var id = room.openWith("1", 2).conversationId();

        assertThat(room.conversations.awaitCustomer(id, 1)).isFalse();
    }

    private @Nullable Happening lastLine(ConversationId id) {
        return room.conversations.stored(id).messages().getLast().extras().happening();
    }

    private void assertNotHandedOn(ConversationId id) {
        assertThat(room.conversations.release(id, Target.queue(), null, null)).isEmpty();
        assertThat(room.conversations.release(id, ALICE, Target.queue(), null, null))
                .isEmpty();
    }

    private Signals.Released released(ConversationId id) {
        await().atMost(PATIENCE).until(() -> room.publishedNames().contains("conversation-released"));
        return (Signals.Released) room.published.stream()
                .filter(message -> message.name().equals("conversation-released"))
                .filter(message -> message.correlationKey().equals(id.value()))
                .map(EngineMessage::variables)
                .findFirst()
                .orElseThrow();
    }
}
