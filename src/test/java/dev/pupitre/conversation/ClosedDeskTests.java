package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.mongodb.MongoException;
import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.AfterHours.Then;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Localised;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.mongodb.core.query.Update;

/** Conversations that wait for an agent in New York, where the office opens at nine: it is five in the morning there. */
class ClosedDeskTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CampaignId SALES = new CampaignId("sales");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Localised TEXT = new Localised(Map.of(
            "default", "We are back on {{nextOpening}}.",
            "fr", "Nous revenons {{nextOpening}}."));

    private ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsTheNextOpeningInTheCustomersLanguageAndTheSchedulesZoneAndLeavesItsPlaceInTheQueue() {
        var id = waiting("1");
        room.live.introduce(id, "Camille", new CustomerProfile(null, "fr_FR", room.clock.instant()));
        var before = room.conversations.get(id);

        assertThat(sendAway(id, Then.WAIT)).isTrue();
        assertThat(sendAway(id, Then.WAIT)).isTrue();

        assertThat(said(id))
                .singleElement()
                .asString()
                .startsWith("Nous revenons lundi 2 mars 2026")
                .contains("09:00");
        assertThat(room.conversations.get(id))
                .returns(ConversationState.WAITING, Conversation::state)
                .returns(before.queuedAt(), Conversation::queuedAt)
                .returns(before.openedAt(), Conversation::openedAt);
    }

    @Test
    void saysWhatTheTableSaysWhereTheCampaignHasNoText() {
        var id = waiting("1");

        on(room).sendAway(id, queuedAt(id), campaign(new AfterHours(Localised.NONE, Then.WAIT, 12)));

        assertThat(said(id)).singleElement().asString().contains("Monday, March 2, 2026");
    }

    @Test
    void closesWhereTheCampaignSaysSoAndTellsItsProcess() {
        var id = waiting("1");
        var queuedAt = queuedAt(id);

        assertThat(sendAway(id, Then.CLOSE)).isFalse();
        var closing = room.conversations.stored(id);
        assertThat(closing).returns(ConversationState.CLOSING, StoredConversation::state);
        assertThat(resolutions()).containsExactly(closing.resolution());
        var output = hears(id);

        assertThat(output).isEqualTo(new CloseConversationWorker.Output(false, false));
        assertThat(room.recordings.find(id))
                .get()
                .returns(ConversationState.CLOSED, StoredConversation::state)
                .returns(null, StoredConversation::assignee);
        assertThat(said(id)).hasSize(1);
        assertThat(room.live.find(ConversationRoom.thread("1"))).isEmpty();
        assertThat(sendAway(id, queuedAt, Then.CLOSE)).isFalse();
    }

    @Test
    void takesWhatTheCustomerWritesMeanwhileToItsEndAndOpensTheNextForWhatComesAfter() {
        var id = waiting("1");
        sendAway(id, Then.CLOSE);
        room.customerWrites("1", "late", "Nobody?");
        room.openWith("1", 3);

        assertThat(hears(id).reopened()).isFalse();
        assertThat(hears(id).reopened()).as("the same job once more").isFalse();
        room.customerWrites("1", "next", "Good morning");

        assertThat(room.openWith("1", 1).conversationId()).isNotEqualTo(id);
        assertThat(room.conversations.stored(id)).returns("Nobody?", StoredConversation::lastWords);
    }

    @Test
    void asksNobodyHowItWasAndSaysNothingOfASurveyThoughTheAiAgentHadAnswered() {
        var id = waiting("1");
        given(room.campaigns.find(any()))
                .willReturn(Optional.of(ACampaign.named("default").asking()));
        room.live.change(
                LiveConversations.byId(id), new Update().set("service.automation.firstAnswerAt", room.clock.instant()));
        sendAway(id, Then.CLOSE);

        assertThat(hears(id).survey()).isFalse();

        assertThat(room.conversations.stored(id).messages())
                .extracting(message -> message.extras().happening())
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(Then.class)
    void leavesToAnAgentWhomItWasGivenMeanwhile(Then then) {
        var id = waiting("1");
        var queuedAt = queuedAt(id);
        room.conversations.assign(id, ConversationRoom.ALICE.id(), "Alice");

        assertThat(sendAway(id, queuedAt, then)).isFalse();

        assertThat(said(id)).isEmpty();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
    }

    @Test
    void endsNoLaterWaitForSomebodyElse() {
        var id = waiting("1");
        var queuedAt = queuedAt(id);
        room.clock.advance(Duration.ofSeconds(1));
        room.conversations.release(id, Target.queue(), null, null);
        room.conversations.queue(id, SALES, 0, 1, null);

        assertThat(sendAway(id, queuedAt, Then.CLOSE)).isFalse();

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void leavesToAnotherApplicationWhatThatAnswers() {
        var id = waiting("1");
        room.live.change(
                LiveConversations.byId(id),
                new Update().set("service.elsewhere", new Elsewhere("app-2", room.clock.instant())));

        assertThat(sendAway(id, Then.CLOSE)).isTrue();

        assertThat(said(id)).isEmpty();
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.WAITING);
    }

    @Test
    void isSilentInTheQuietHoursAndClosesAllTheSame() {
        var first = waiting("1");
        sendAway(first, Then.CLOSE);
        hears(first);
        room.clock.advance(Duration.ofHours(1));
        var second = waiting("1");

        sendAway(second, Then.CLOSE);

        assertThat(said(first)).hasSize(1);
        assertThat(said(second)).isEmpty();
        assertThat(room.conversations.get(second).state()).isEqualTo(ConversationState.CLOSING);
    }

    @Test
    void isToldOnceAndEndedOnceByTwoNodes() {
        var id = waiting("1");
        var queuedAt = queuedAt(id);
        var other = new ConversationRoom(room.database);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : List.of(room, other, room, other)) {
                threads.execute(() -> on(node).sendAway(id, queuedAt, campaign(Then.CLOSE)));
            }
        }

        assertThat(said(id)).hasSize(1);
        await().atMost(PATIENCE).until(() -> room.isNothingDueForEngine(id));
        assertThat(Stream.of(room, other).flatMap(node -> resolutionsOf(node).stream()))
                .containsExactly(room.conversations.stored(id).resolution());
    }

    /** A node stops after each of its commands to the store in turn; another one goes on. */
    @Test
    void isFinishedByAnotherNodeWhereverOneStops() {
        var stops = 0;
        var stopped = true;
        while (stopped) {
            var id = waiting("1");
            var queuedAt = queuedAt(id);
            room.database.refuseAfter(stops++);
            try {
                on(room).sendAway(id, queuedAt, campaign(Then.CLOSE));
            } catch (RuntimeException down) {
                assertThat(down).hasRootCauseInstanceOf(MongoException.class);
            }
            stopped = room.database.hasRefused();
            room.database.takeAgain();

            var other = new ConversationRoom(room.database);
            on(other).sendAway(id, queuedAt, campaign(Then.CLOSE));
            other.signals.handOnAgain(other.live.find(id).orElseThrow());

            var closing = room.conversations.stored(id);
            assertThat(closing.state()).as("%d", stops).isEqualTo(ConversationState.CLOSING);
            assertThat(said(id)).as("%d", stops).hasSize(1);
            await().atMost(PATIENCE).until(() -> room.isNothingDueForEngine(id));
            assertThat(Stream.of(room, other).flatMap(node -> resolutionsOf(node).stream()))
                    .as("%d", stops)
                    .isNotEmpty()
                    .containsOnly(closing.resolution());
            room.close();
            room = new ConversationRoom();
        }
        assertThat(stops).isGreaterThan(5);
    }

    private ConversationId waiting(String customer) {
        room.customerWrites(customer, customer + room.clock.instant(), "Hello");
        var id = room.openWith(customer, 1).conversationId();
        room.conversations.queue(id, SALES, 0, null, null);
        await().atMost(PATIENCE).until(() -> room.isNothingDue(id));
        return id;
    }

    private Instant queuedAt(ConversationId id) {
        return Objects.requireNonNull(room.conversations.get(id).queuedAt());
    }

    private boolean sendAway(ConversationId id, Then then) {
        return sendAway(id, queuedAt(id), then);
    }

    private boolean sendAway(ConversationId id, Instant queuedAt, Then then) {
        return on(room).sendAway(id, queuedAt, campaign(then));
    }

    private static Campaign campaign(Then then) {
        return campaign(new AfterHours(TEXT, then, 12));
    }

    private static Campaign campaign(AfterHours afterHours) {
        return ACampaign.open("sales", "office", NEW_YORK).sendingAway(afterHours);
    }

    private static ClosedDesk on(ConversationRoom node) {
        given(node.campaigns.find(SALES)).willReturn(Optional.of(campaign(Then.WAIT)));
        var away = new AwayMessages(
                node.conversations,
                node.course,
                node.knownThreads,
                node.campaigns,
                node.hours,
                new Wordings(node.campaigns, node.hours, node.clock),
                node.profiles,
                node.automatic,
                node.clock);
        return new ClosedDesk(
                node.live, node.endings, away, node.signals, new Announcements(mock(LiveFeed.class)), node.clock);
    }

    /** What the process does when it is told. */
    private CloseConversationWorker.Output hears(ConversationId id) {
        var customers = new Customers(room.database.template());
        var idleness = new Idleness(
                room.sweeps,
                room.endings,
                room.campaigns,
                room.signals,
                new Announcements(mock(LiveFeed.class)),
                room.automatic,
                new Wordings(room.campaigns, room.hours, room.clock),
                room.clock);
        var worker = new CloseConversationWorker(
                room.closing, idleness, room.live, room.recordings, room.campaigns, customers, room.postscripts());
        return worker.handle(new CloseConversationWorker.Input(
                id, room.conversations.stored(id).resolution(), "HAND_OFF", null));
    }

    private List<String> said(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .map(StoredMessage::text)
                .toList();
    }

    private List<String> resolutions() {
        await().atMost(PATIENCE).until(() -> !resolutionsOf(room).isEmpty());
        return resolutionsOf(room);
    }

    private static List<String> resolutionsOf(ConversationRoom node) {
        return node.published.stream()
                .filter(message -> message.name().equals("agent-resolved"))
                .map(EngineMessage::variables)
                .map(variables -> ((Signals.Resolved) variables).resolution())
                .toList();
    }
}
