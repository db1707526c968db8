package dev.pupitre.supervision;

import static java.util.stream.Collectors.toMap;

import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks now and then whether something passes a limit, raises an alert about it, tells when it comes to be about
 * something else, and ends it when it is over.
 *
 * <p>The webhooks get it in their queue before the alert counts as told, and before one that is over is taken out:
 * what a stopped node left undone, the next look does.
 */
@Component
class AlertWatch {
    private final MonitorBoard board;
    private final MonitorWatch watch;
    private final Alerts alerts;
    private final WebhookQueue webhooks;
    private final LiveFeed feed;
    private final SupervisionProperties properties;
    private final Clock clock;

    AlertWatch(
            MonitorBoard board,
            MonitorWatch watch,
            Alerts alerts,
            WebhookQueue webhooks,
            LiveFeed feed,
            SupervisionProperties properties,
            Clock clock) {
        this.board = board;
        this.watch = watch;
        this.alerts = alerts;
        this.webhooks = webhooks;
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "${pupitre.supervision.alert-interval:15s}")
    void look() {
        if (watch.looksForAlerts(
                clock.instant(), properties.alertInterval().multipliedBy(9).dividedBy(10))) {
            lookNow();
        }
    }

    void lookNow() {
        var found = new AlertConditions(board.now(), alerts.limits(), properties).all();
        found.stream().filter(alerts::raise).forEach(this::announce);
        var lasting = found.stream().collect(toMap(Alert::id, Function.identity()));
        for (var alert : alerts.open()) {
            if (!alert.told()) {
                tell(alert);
            }
            var now = lasting.get(alert.id());
            if (now == null) {
                end(alert);
            } else if (now.isNewsAfter(alert)) {
                alerts.change(alert, now, clock.instant()).ifPresent(this::changed);
            }
        }
    }

    private void tell(Alert alert) {
        webhooks.add(alert);
        alerts.told(alert);
    }

    private void end(Alert alert) {
        var now = clock.instant();
        webhooks.add(alert.over(now));
        announce(alerts.resolve(alert, now));
    }

    private void changed(Alert alert) {
        tell(alert);
        publish("alert.changed", alert);
    }

    void announce(Alert alert) {
        publish("alert", alert);
    }

    private void publish(String event, Alert alert) {
        feed.publish(new LiveEvent(event, AlertView.of(alert), MonitorTeller.OVERSEERS));
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT6H")
    void forget() {
        alerts.forget(clock.instant());
        webhooks.forget(clock.instant());
    }
}
