package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Thresholds;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** Conversations of a campaign that closes what is idle for ten minutes. */
class IdlenessTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ConversationRoom room = new ConversationRoom();
    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final Idleness idleness = new Idleness(
            room.sweeps,
            room.endings,
            campaigns,
            room.signals,
            new Announcements(mock(LiveFeed.class)),
            room.automatic,
            new Wordings(campaigns, room.hours, room.clock),
            room.clock);
    private final Customers customers = new Customers(room.database.template());
    private final CloseConversationWorker worker = new CloseConversationWorker(
            room.closing, idleness, room.live, room.recordings, campaigns, customers, room.postscripts());

    @BeforeEach
    void closeWhatIsIdle() {
        given(campaigns.withArchived()).willReturn(List.of(impatient()));
    }

    private static Campaign impatient() {
        return ACampaign.named("default").within(new Thresholds(60, 80, 600, 120, 0, 0, 600));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void closesWithAMessageWhatNobodyWritesInAnyMore() {
        var id = answered();
        room.clock.advance(Duration.ofMinutes(11));

        idleness.look();
        await().atMost(PATIENCE).until(() -> room.publishedNames().contains("conversation-idle"));
        var output = close(id);

        assertThat(output.reopened()).isFalse();
        assertThat(room.conversations.stored(id))
                .returns(ConversationState.CLOSED, StoredConversation::state)
                .extracting(over -> over.messages().getLast().text())
                .asString()
                .startsWith("As we have not heard from you");
    }

    @Test
    void saysGoodbyeInWhatAnAiAgentHas() {
        room.customerWrites("1", "m1", "Hello");
        var id = room.openWith("1", 1).conversationId();
        room.live.change(LiveConversations.byId(id), new Update().set("course.awaited", true));

        var output = worker.handle(new CloseConversationWorker.Input(id, null, "ANSWERED", null));

        assertThat(output.reopened()).isFalse();
        assertThat(room.conversations.stored(id))
                .returns(ConversationState.CLOSED, StoredConversation::state)
                .extracting(over -> over.messages().getLast().text())
                .asString()
                .startsWith("As we have not heard from you");
    }

    @Test
    void saysNoGoodbyeToWhomAnAiAgentHasYetToAnswer() {
        room.customerWrites("1", "m1", "Hello");
        var id = room.openWith("1", 1).conversationId();

        var output = worker.handle(new CloseConversationWorker.Input(id, null, "ANSWERED", null));

        assertThat(output.reopened()).isTrue();
        assertThat(room.conversations.stored(id).messages()).hasSize(1);
    }

    @Test
    void saysWhyNoSurveyFollowsWhatAnAiAgentHasSettled() {
        given(campaigns.find(any()))
                .willReturn(Optional.of(ACampaign.named("default").asking()));
        room.customerWrites("1", "m1", "Hello");
        var id = room.openWith("1", 1).conversationId();
        room.live.change(
                LiveConversations.byId(id),
                new Update().set("campaign", "default").set("service.automation.firstAnswerAt", room.clock.instant()));

        assertThat(worker.handle(new CloseConversationWorker.Input(id, null, "DONE", null))
                        .survey())
                .isFalse();

        assertThat(notSent(id)).containsExactly("SURVEY_NO_AGENT");
    }

    @Test
    void saysNothingOfASurveyToWhomTheAiAgentHandedOffAndNobodyAnswered() {
        given(campaigns.find(any()))
                .willReturn(Optional.of(ACampaign.named("default").asking()));
        room.customerWrites("1", "m1", "Hello");
        var id = room.openWith("1", 1).conversationId();
        room.live.change(
                LiveConversations.byId(id),
                new Update()
                        .set("campaign", "default")
                        .set("service.automation.firstAnswerAt", room.clock.instant())
                        .set("service.automation.outcome", Automation.Outcome.HAND_OFF));

        worker.handle(new CloseConversationWorker.Input(id, null, null, null));

        assertThat(notSent(id)).isEmpty();
    }

    @Test
    void saysWhyNoSurveyFollowsWithACustomerWhoIsBlocked() {
        given(campaigns.find(any()))
                .willReturn(Optional.of(ACampaign.named("default").asking()));
        var id = room.givenToAlice("1");
        var page = ConversationRoom.PAGE;
        customers.change(customers.of(page, "1"), new Update().set("block.at", room.clock.instant()));

        assertThat(worker.handle(new CloseConversationWorker.Input(id, null, null, null))
                        .survey())
                .isFalse();

        assertThat(notSent(id)).containsExactly("SURVEY_BLOCKED");
    }

    private List<String> notSent(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .flatMap(message -> Stream.ofNullable(message.extras().happening()))
                .filter(happening -> happening.type() == Happening.Type.NOT_SENT)
                .map(happening -> happening.values().get("code"))
                .toList();
    }

    @Test
    void leavesAloneWhatIsNotIdleYet() {
        var id = answered();
        room.clock.advance(Duration.ofMinutes(9));

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    /** As the campaign is archived, those in use do not have it. */
    @Test
    void closesWhatIsIdleInAnArchivedCampaign() {
        given(campaigns.all()).willReturn(List.of());
        var id = answered();
        room.clock.advance(Duration.ofMinutes(11));

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.CLOSING);
    }

    @Test
    void goesByTheCatchAllWhereTheCampaignIsNotThereAnyMore() {
        var id = answered("gone");
        room.clock.advance(Duration.ofMinutes(11));

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.CLOSING);
    }

    @Test
    void leavesAloneWhatACampaignWithoutALimitHas() {
        var patient = Campaign.usual(new CampaignId("patient"), "Patient", "always", ZoneOffset.UTC);
        given(campaigns.withArchived()).willReturn(List.of(patient, impatient()));
        var id = answered("patient");
        room.clock.advance(Duration.ofDays(3));

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void leavesAloneACustomerWhoWaitsForAnAnswer() {
        var id = room.givenToAlice("1");
        room.clock.advance(Duration.ofHours(5));

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void givesItBackWithoutAGoodbyeWhenTheCustomerWritesAtTheLastMoment() {
        var id = answered();
        room.clock.advance(Duration.ofMinutes(11));
        idleness.look();
        room.customerWrites("1", "late", "Wait!");
        room.openWith("1", 3);

        assertThat(close(id).reopened()).isTrue();
        assertThat(room.conversations.stored(id))
                .returns(ConversationState.ASSIGNED, StoredConversation::state)
                .returns("Wait!", StoredConversation::lastWords);
        assertThat(room.conversations.stored(id).messages()).hasSize(3);
    }

    /** Who was answered and handed on may wait long for the next agent, who has to come to it first. */
    @Test
    void leavesAloneWhatAnAgentHasJustBeenGiven() {
        var id = answered();
        room.conversations.release(id, ConversationRoom.ALICE.id(), Target.queue(), null, null);
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, 1, null);
        room.clock.advance(Duration.ofMinutes(11));
        room.conversations.assign(id, ConversationRoom.BRUNO.id(), "Bruno");

        idleness.look();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    private ConversationId answered() {
        var id = room.givenToAlice("1");
        room.reply(ConversationRoom.ALICE, id, "Hi", null);
        return id;
    }

    private ConversationId answered(String campaign) {
        room.customerWrites("1", "first", "Hello");
        var id = room.openWith("1", 1).conversationId();
        room.conversations.queue(id, new CampaignId(campaign), 0, null, null);
        room.conversations.assign(id, ConversationRoom.ALICE.id(), "Alice");
        room.reply(ConversationRoom.ALICE, id, "Hi", null);
        return id;
    }

    private CloseConversationWorker.Output close(ConversationId id) {
        return worker.handle(new CloseConversationWorker.Input(
                id, room.conversations.stored(id).resolution(), null, null));
    }
}
