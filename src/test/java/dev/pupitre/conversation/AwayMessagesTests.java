package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Localised;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.data.mongodb.core.query.Update;

/** Outside the office hours of New York: on a Monday at 5:00 there, which is 10:00 UTC. */
class AwayMessagesTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Localised TEXT = new Localised(Map.of(
            "default", "We are back on {{nextOpening}}.",
            "fr", "Nous revenons {{nextOpening}}."));

    private final ConversationRoom room = new ConversationRoom();
    private final Campaigns campaigns = CampaignsFixture.campaigns();
    private final Decisions decisions =
            new Decisions(PackagedTables.decisionTables(), room.live, room.course, room.clock);
    private final SendAwayMessageWorker worker = new SendAwayMessageWorker(
            new AwayMessages(
                    room.conversations,
                    room.course,
                    room.knownThreads,
                    campaigns,
                    room.hours,
                    new Wordings(campaigns, room.hours, room.clock),
                    room.profiles,
                    room.automatic,
                    room.clock),
            decisions,
            room.live);

    @BeforeEach
    void waitForOpening() {
        is(new AfterHours(TEXT, AfterHours.Then.WAIT, 12));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void tellsTheNextOpeningInTheSchedulesZone() {
        var id = opened("1");

        var output = worker.handle(input(id));

        assertThat(said(id))
                .singleElement()
                .asString()
                .startsWith("We are back on Monday, March 2, 2026")
                .contains("9:00");
        assertThat(output).isEqualTo(new SendAwayMessageWorker.Output(AfterHours.Then.WAIT, "2026-03-02T14:00:00Z"));
        assertThat(room.conversations.get(id).opensAt()).isEqualTo(Instant.parse("2026-03-02T14:00:00Z"));
        room.course.prepared(id, SALES, List.of(), null);
        assertThat(room.conversations.progress(id).waitedForOpening())
                .as("when it is open")
                .isTrue();
    }

    @Test
    void isOnItsWayFromTheOpeningUntilItIsQueued() {
        var id = opened("1");
        worker.handle(input(id));
        room.course.prepared(id, SALES, List.of(), null);
        room.course.waitsFor(id, Instant.parse("2026-03-02T14:00:00Z"));
        assertThat(room.conversations.areComing(SALES)).as("before it").isFalse();
        room.clock.advance(Duration.ofHours(4));
        assertThat(room.conversations.areComing(SALES)).as("woken").isTrue();
        assertThat(room.conversations.areComing(Campaign.CATCH_ALL)).isFalse();
        room.course.prepared(id, SALES, List.of(), null);
        assertThat(room.conversations.areComing(SALES)).as("prepared").isTrue();

        room.conversations.queue(id, SALES, 0, null, null);

        assertThat(room.conversations.areComing(SALES)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02T14:00:01Z, 2026-03-02T14:00:31Z", "2026-03-02T18:00:00Z, 2026-03-02T18:00:30Z"})
    void doesNotSendAwayWhomItFindsAfterTheOpening(Instant found, String again) {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var id = opened("1");
        var input = input(id);
        room.clock.advance(Duration.between(room.clock.instant(), found));

        var output = worker.handle(input);

        assertThat(said(id)).isEmpty();
        assertThat(output).isEqualTo(new SendAwayMessageWorker.Output(AfterHours.Then.WAIT, again));
    }

    @Test
    void looksAgainSoonWhereTheEngineHasAnotherVersionThatIsClosedNow() {
        var id = opened("1");
        room.clock.advance(Duration.between(room.clock.instant(), Instant.parse("2026-03-02T18:00:00Z")));

        var output = worker.handle(input(id));

        assertThat(said(id)).hasSize(1);
        assertThat(output).isEqualTo(new SendAwayMessageWorker.Output(AfterHours.Then.WAIT, "2026-03-02T18:05:00Z"));
    }

    @Test
    void speaksTheCustomersLanguage() {
        var id = opened("1");
        room.live.introduce(id, "Camille", new CustomerProfile(null, "fr_FR", room.clock.instant()));

        worker.handle(input(id));

        assertThat(said(id))
                .singleElement()
                .asString()
                .startsWith("Nous revenons lundi 2 mars 2026")
                .contains("09:00");
    }

    @Test
    void saysItOnceInAConversation() {
        var id = opened("1");

        worker.handle(input(id));
        room.clock.advance(Duration.ofDays(5));
        worker.handle(input(id));

        assertThat(said(id)).hasSize(1);
    }

    @Test
    void saysItOnceToACustomerInTheQuietHours() {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var first = opened("1");
        worker.handle(input(first));
        room.closing.complete(first, null);
        room.clock.advance(Duration.ofHours(11));
        var second = opened("1");
        worker.handle(input(second));
        room.closing.complete(second, null);
        room.clock.advance(Duration.ofHours(2));
        var third = opened("1");

        worker.handle(input(third));

        assertThat(said(first)).hasSize(1);
        assertThat(said(second)).isEmpty();
        assertThat(said(third)).hasSize(1);
    }

    @Test
    void saysItUnderOneOfACustomersCommentsInTheQuietHours() {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var first = AComment.opened(room, "Ouvert ?");
        worker.handle(input(first));
        var second = AComment.opened(room, "1_3", "Et demain ?");

        worker.handle(input(second));

        assertThat(said(first)).singleElement().asString().startsWith("We are back on");
        assertThat(said(second)).isEmpty();
    }

    /** Whoever answered in Meta's own inbox has silenced the desk there, and in that conversation alone. */
    @Test
    void saysItInTheNextConversationWhereItWasNotToBeSaidInThisOne() {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var silenced = opened("1");
        room.live.change(LiveConversations.byId(silenced), new Update().set("service.botPaused", true));
        worker.handle(input(silenced));
        worker.handle(input(silenced));
        room.closing.complete(silenced, null);
        room.clock.advance(Duration.ofMinutes(1));
        var next = opened("1");

        worker.handle(input(next));

        assertThat(said(silenced)).isEmpty();
        assertThat(said(next)).hasSize(1);
    }

    @Test
    void doesNotProlongTheQuietHoursByARepeat() {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var first = opened("1");
        worker.handle(input(first));
        room.clock.advance(Duration.ofHours(11));
        worker.handle(input(first));
        room.closing.complete(first, null);
        room.clock.advance(Duration.ofHours(2));
        var next = opened("1");

        worker.handle(input(next));

        assertThat(said(next)).hasSize(1);
    }

    @Test
    void closesWhereTheCampaignSaysSo() {
        is(new AfterHours(TEXT, AfterHours.Then.CLOSE, 12));
        var id = opened("1");

        assertThat(worker.handle(input(id))).isEqualTo(new SendAwayMessageWorker.Output(AfterHours.Then.CLOSE, null));
        assertThat(room.conversations.get(id).opensAt()).isNull();
    }

    @Test
    void saysWhatTheTableSaysWhereTheCampaignHasNoText() {
        is(new AfterHours(Localised.NONE, AfterHours.Then.WAIT, 12));
        var id = opened("1");

        worker.handle(input(id));

        assertThat(said(id)).containsExactly("Closed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fr_FR | Il ouvre le lundi 2 mars 2026
            en_US | It opens on Monday, March 2, 2026
            de_DE | It opens on Montag, 2. März 2026
            """)
    void tellsTheNextOpeningOutOfTheBox(String locale, String words) {
        is(AfterHours.USUAL);
        var id = opened("1");
        room.live.introduce(id, "Camille", new CustomerProfile(null, locale, room.clock.instant()));

        worker.handle(input(id, shipped()));

        assertThat(said(id)).singleElement().asString().contains(words);
    }

    /** What the shipped table says of this moment. */
    private Map<String, Object> shipped() {
        var told = new HashMap<String, Object>(PackagedTables.decisionTables()
                .explain(OpeningHours.TABLE, ScheduleClock.of("office", NEW_YORK, room.clock.instant()))
                .outputs());
        assertThat(told).containsEntry("open", false);
        return told;
    }

    @Test
    void speaksTheLanguageThatMetaTellsAMomentLater() throws InterruptedException {
        var asked = new CountDownLatch(1);
        given(room.graph.profile(any(), any())).willAnswer(_ -> {
            asked.countDown();
            Thread.sleep(500);
            return Optional.of(new Profile("Camille", null, "fr_FR"));
        });
        room.customerWrites("7", "m7", "Bonjour");
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        var id = room.openWith("7", 1).conversationId();

        worker.handle(input(id));

        assertThat(said(id)).singleElement().asString().startsWith("Nous revenons");
    }

    @Test
    void saysNothingInAConversationThatIsOver() {
        var id = opened("1");
        room.closing.complete(id, null);

        worker.handle(input(id));

        assertThat(said(id)).isEmpty();
    }

    private ConversationId opened(String customer) {
        room.customerWrites(customer, customer + room.clock.instant(), "Hello");
        return room.openWith(customer, 1).conversationId();
    }

    private List<String> said(ConversationId id) {
        return room.conversations.stored(id).messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .map(StoredMessage::text)
                .toList();
    }

    /** The engine says that the desk is closed now. */
    private SendAwayMessageWorker.Input input(ConversationId id) {
        return input(id, Map.of("open", false, "message", "Closed"));
    }

    private SendAwayMessageWorker.Input input(ConversationId id, Map<String, Object> told) {
        var asked = ScheduleClock.of("office", NEW_YORK, room.clock.instant());
        return new SendAwayMessageWorker.Input(
                id, SALES, told, asked.schedule(), asked.localDate(), asked.weekday(), asked.localTime());
    }

    private void is(AfterHours afterHours) {
        var campaign = Optional.of(ACampaign.open("sales", "office", NEW_YORK).sendingAway(afterHours));
        given(campaigns.find(Campaign.CATCH_ALL)).willReturn(campaign);
        given(campaigns.find(SALES)).willReturn(campaign);
    }
}
