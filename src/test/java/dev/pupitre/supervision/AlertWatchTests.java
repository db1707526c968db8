package dev.pupitre.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.page.PageTrouble;
import dev.pupitre.supervision.Alert.Kind;
import dev.pupitre.supervision.Monitor.CampaignRow;
import dev.pupitre.supervision.Monitor.Handled;
import dev.pupitre.supervision.Monitor.UnsentRow;
import dev.pupitre.supervision.Monitor.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class AlertWatchTests {
    private static final ServiceLevel GOOD = ServiceLevel.of(80, 20, 0);

    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final MonitorBoard board = mock();
    private final LiveFeed feed = mock();
    private final Alerts alerts = new Alerts(database.template());
    private final WebhookQueue webhooks =
            new WebhookQueue(database.template(), JsonMapper.builder().build(), clock);
    private final AlertWatch here = watch();
    private final AlertWatch there = watch();

    @BeforeEach
    void aWebhook() {
        stands(0, GOOD);
        webhooks.add(new Webhook("w-1", "https://example.org/in", null, "secret", true, "admin", clock.instant()));
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void raisesOnceOverAllNodesAndTellsEachWebhookOnce() {
        stands(10, GOOD);

        here.lookNow();
        there.lookNow();

        assertThat(alerts.open()).extracting(Alert::id).containsExactly("WAITING:shop");
        assertThat(webhooks.log("w-1")).extracting(WebhookDelivery::event).containsExactly("alert.raised");
        then(feed).should(times(1)).publish(any());
    }

    @Test
    void endsWhenItIsOverAndIsRaisedAnewLater() {
        stands(10, GOOD);
        here.lookNow();
        clock.advance(Duration.ofMinutes(1));
        stands(9, GOOD);
        there.lookNow();

        assertThat(alerts.open()).isEmpty();
        assertThat(alerts.over()).extracting(Alert::resolvedAt).containsExactly(clock.instant());

        clock.advance(Duration.ofMinutes(1));
        stands(11, GOOD);
        here.lookNow();

        assertThat(alerts.open()).hasSize(1);
        assertThat(webhooks.log("w-1"))
                .extracting(WebhookDelivery::event)
                .containsExactlyInAnyOrder("alert.raised", "alert.resolved", "alert.raised");
    }

    @Test
    void whatAStoppedNodeHasNotToldTheNextLookDoes() {
        stands(10, GOOD);
        assertThat(alerts.raise(Alert.of(Kind.WAITING, "shop", "Shop", 10, 10, null, clock.instant())))
                .isTrue();

        here.lookNow();

        assertThat(webhooks.log("w-1")).hasSize(1);
        assertThat(alerts.open()).allMatch(Alert::told);
    }

    @Test
    void limitsOfTheCampaignCount() {
        stands(3, GOOD);
        alerts.limit(SupervisionFixture.limits("shop", 3, 1));

        here.lookNow();

        assertThat(alerts.open()).extracting(Alert::kind).containsExactly(Kind.WAITING);
    }

    @Test
    void aShareOfFewAnswersIsNoTroubleYet() {
        stands(0, ServiceLevel.of(80, 0, AlertConditions.ENOUGH - 1));
        here.lookNow();
        assertThat(alerts.open()).isEmpty();

        stands(0, ServiceLevel.of(80, 7, 3));
        here.lookNow();
        assertThat(alerts.open())
                .extracting(Alert::kind, Alert::value, Alert::limit)
                .containsExactly(tuple(Kind.SERVICE_LEVEL, 70L, 80L));
    }

    @Test
    void theFirstWhoAcknowledgesIsRemembered() {
        stands(10, GOOD);
        here.lookNow();

        alerts.acknowledge("WAITING:shop", new UserId("sofia"), clock.instant());
        var again = alerts.acknowledge("WAITING:shop", new UserId("admin"), clock.instant());

        assertThat(again.acknowledgedBy()).isEqualTo("sofia");
        assertThatExceptionOfType(Alerts.NoSuchAlert.class)
                .isThrownBy(() -> alerts.acknowledge("STUCK:", new UserId("sofia"), clock.instant()));
    }

    @ParameterizedTest
    @EnumSource
    void troubleOfAPageOfAnyKindIsAnAlertUntilItIsMended(PageTrouble.Kind kind) {
        stands(0, GOOD, new PageTrouble(new PageId("100"), "Café", kind, "Because"));
        here.lookNow();
        there.lookNow();

        assertThat(alerts.open())
                .extracting(alert -> alert.kind().name(), Alert::subject, Alert::name, Alert::detail)
                .containsExactly(tuple("PAGE_" + kind, "100", "Café", "Because"));

        stands(0, GOOD);
        there.lookNow();

        assertThat(alerts.open()).isEmpty();
        assertThat(webhooks.log("w-1"))
                .extracting(WebhookDelivery::event)
                .containsExactlyInAnyOrder("alert.raised", "alert.resolved");
    }

    @Test
    void severalTroublesOfAPageAreAlertsOfTheirOwn() {
        stands(
                0,
                GOOD,
                new PageTrouble(new PageId("100"), "Café", PageTrouble.Kind.FIELDS_MISSING, "messages"),
                new PageTrouble(new PageId("100"), "Café", PageTrouble.Kind.PERMISSION_MISSING, "pages_messaging"));

        here.lookNow();

        assertThat(alerts.open())
                .extracting(Alert::kind)
                .containsExactlyInAnyOrder(Kind.PAGE_FIELDS_MISSING, Kind.PAGE_PERMISSION_MISSING);
    }

    @Test
    void tellsOnceThatAPageHasLostAnotherPermission() {
        stands(0, GOOD, lacking("pages_messaging"));
        here.lookNow();
        here.lookNow();
        clock.advance(Duration.ofHours(1));
        stands(0, GOOD, lacking("pages_messaging; pages_manage_metadata"));

        here.lookNow();
        there.lookNow();

        assertThat(alerts.open())
                .extracting(Alert::detail, Alert::changedAt, Alert::told)
                .containsExactly(tuple("pages_messaging; pages_manage_metadata", clock.instant(), true));
        assertThat(webhooks.log("w-1"))
                .extracting(
                        WebhookDelivery::event,
                        delivery -> webhooks.alert(delivery).detail())
                .containsExactlyInAnyOrder(
                        tuple("alert.raised", "pages_messaging"),
                        tuple("alert.changed", "pages_messaging; pages_manage_metadata"));
        then(feed).should(times(1)).publish(argThat(event -> event.name().equals("alert.changed")));

        stands(0, GOOD);
        there.lookNow();
        assertThat(alerts.over()).extracting(Alert::detail).containsExactly("pages_messaging; pages_manage_metadata");
        assertThat(webhooks.log("w-1")).hasSize(3);
    }

    @Test
    void anotherNumberOrAnotherReasonNotToReachMetaIsNoNews() {
        stands(10, GOOD, trouble(PageTrouble.Kind.UNREACHABLE, "Timed out"));
        here.lookNow();
        stands(40, GOOD, trouble(PageTrouble.Kind.UNREACHABLE, "HTTP 503"));
        here.lookNow();

        assertThat(webhooks.log("w-1")).extracting(WebhookDelivery::event).containsOnly("alert.raised");
        then(feed).should(times(2)).publish(any());
    }

    @Test
    void whatAStoppedNodeHasChangedAndNotToldTheNextLookDoes() {
        stands(0, GOOD, lacking("pages_messaging"));
        here.lookNow();
        var found = Alert.of(Kind.PAGE_PERMISSION_MISSING, "100", "Café", 0, 0, "both", clock.instant());
        assertThat(alerts.change(alerts.open().getFirst(), found, clock.instant()))
                .isPresent();
        stands(0, GOOD);

        there.lookNow();

        assertThat(webhooks.log("w-1"))
                .extracting(WebhookDelivery::event)
                .containsExactlyInAnyOrder("alert.raised", "alert.changed", "alert.resolved");
    }

    private static PageTrouble lacking(String permissions) {
        return trouble(PageTrouble.Kind.PERMISSION_MISSING, permissions);
    }

    private static PageTrouble trouble(PageTrouble.Kind kind, String reason) {
        return new PageTrouble(new PageId("100"), "Café", kind, reason);
    }

    @Test
    void onlyOneOfSeveralNodesLooks() {
        here.look();
        there.look();
        then(board).should(times(1)).now();

        clock.advance(Duration.ofSeconds(15));
        there.look();
        then(board).should(times(2)).now();
    }

    private AlertWatch watch() {
        return new AlertWatch(
                board,
                new MonitorWatch(database.template()),
                alerts,
                webhooks,
                feed,
                SupervisionFixture.settings(false),
                clock);
    }

    private void stands(int waiting, ServiceLevel level, PageTrouble... troubles) {
        Instant now = clock.instant();
        var campaign = new CampaignRow(
                new CampaignId("shop"),
                "Shop",
                "UTC",
                new Waiting(waiting, waiting == 0 ? null : now.minusSeconds(30)),
                0,
                level,
                0,
                new Handled(0, null));
        given(board.now())
                .willReturn(new Monitor(
                        now,
                        List.of(),
                        List.of(),
                        List.of(campaign),
                        List.of(),
                        List.of(),
                        List.of(troubles),
                        List.of(),
                        new Waiting(waiting, null),
                        0,
                        null));
    }

    @Test
    void whoWaitsLongerThanTheCampaignAllowsIsAnAlert() {
        alerts.limit(new AlertLimits("shop", 0, 30, null, 1L, "Sofia", clock.instant()));
        stands(1, GOOD);

        here.lookNow();

        assertThat(alerts.open())
                .extracting(Alert::kind, Alert::subject, Alert::value, Alert::limit)
                .containsExactly(tuple(Kind.LONGEST_WAIT, "shop", 30L, 30L));

        alerts.limit(new AlertLimits("shop", 0, 31, null, 2L, "Sofia", clock.instant()));
        here.lookNow();
        assertThat(alerts.open()).isEmpty();
    }

    @Test
    void answersThatPileUpForAPageAreAnAlert() {
        stuckWith(0, null, new UnsentRow(new PageId("100"), "Café", 40, 99, 3));
        here.lookNow();
        assertThat(alerts.open()).isEmpty();

        stuckWith(0, null, new UnsentRow(new PageId("100"), "Café", 40, 100, 3));
        here.lookNow();

        assertThat(alerts.open())
                .extracting(Alert::kind, Alert::subject, Alert::name, Alert::value, Alert::limit)
                .containsExactly(tuple(Kind.BACKLOG, "100", "Café", 100L, 100L));
    }

    @Test
    void conversationsThatDoNotMoveAreAnAlert() {
        stuckWith(3, null);

        here.lookNow();

        assertThat(alerts.open()).extracting(Alert::kind, Alert::value).containsExactly(tuple(Kind.STUCK, 3L));
    }

    @Test
    void whatMetaToldOfAndNobodyWorksOnIsAnAlertUntilItIsDoneWith() {
        stuckWith(0, clock.instant().minusSeconds(119));
        here.lookNow();
        assertThat(alerts.open()).isEmpty();

        stuckWith(0, clock.instant().minusSeconds(120));
        here.lookNow();
        assertThat(alerts.open())
                .extracting(Alert::kind, Alert::value, Alert::limit)
                .containsExactly(tuple(Kind.INBOUND_BACKLOG, 120L, 120L));

        stuckWith(0, null);
        here.lookNow();
        assertThat(alerts.open()).isEmpty();
    }

    private void stuckWith(int stuck, @Nullable Instant inboundSince, UnsentRow... unsent) {
        given(board.now())
                .willReturn(new Monitor(
                        clock.instant(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(unsent),
                        new Waiting(0, null),
                        stuck,
                        inboundSince));
    }
}
