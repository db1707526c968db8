package dev.pupitre.supervision;

import dev.pupitre.page.PageTrouble;
import dev.pupitre.supervision.Alert.Kind;
import dev.pupitre.supervision.Monitor.CampaignRow;
import dev.pupitre.supervision.Monitor.HeldPage;
import dev.pupitre.supervision.Monitor.UnsentRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What of the present state of the desk passes a limit. */
class AlertConditions {
    /** Of fewer answers a share says nothing: one late one of two is no trouble yet. */
    static final int ENOUGH = 10;

    private final Monitor monitor;
    private final Map<String, AlertLimits> limits;
    private final SupervisionProperties properties;
    private final List<Alert> found = new ArrayList<>();

    AlertConditions(Monitor monitor, Map<String, AlertLimits> limits, SupervisionProperties properties) {
        this.monitor = monitor;
        this.limits = limits;
        this.properties = properties;
    }

    List<Alert> all() {
        monitor.campaigns().forEach(this::campaign);
        monitor.heldPages().forEach(this::held);
        monitor.pageTroubles().forEach(this::trouble);
        monitor.unsent().forEach(this::backlog);
        inbound();
        if (monitor.stuck() > 0) {
            found.add(alert(Kind.STUCK, "", "", monitor.stuck(), 0));
        }
        return List.copyOf(found);
    }

    private void campaign(CampaignRow row) {
        var id = row.id().value();
        var limit = limits.getOrDefault(id, AlertLimits.usual(id));
        if (limit.waiting() > 0 && row.waiting().count() >= limit.waiting()) {
            found.add(alert(Kind.WAITING, id, row.name(), row.waiting().count(), limit.waiting()));
        }
        var longest = seconds(row);
        if (limit.longestWait() > 0 && longest >= limit.longestWait()) {
            found.add(alert(Kind.LONGEST_WAIT, id, row.name(), longest, limit.longestWait()));
        }
        var level = row.serviceLevel();
        var least = limit.serviceLevel() == null ? level.target() : limit.serviceLevel();
        var percent = level.percent();
        if (least != null && percent != null && level.met() + level.missed() >= ENOUGH && percent < least) {
            found.add(alert(Kind.SERVICE_LEVEL, id, row.name(), percent, least));
        }
    }

    private long seconds(CampaignRow row) {
        Instant since = row.waiting().longestSince();
        return since == null ? 0 : Duration.between(since, monitor.at()).toSeconds();
    }

    private void held(HeldPage page) {
        found.add(Alert.of(Kind.PAGE_HELD, page.id().value(), page.name(), 0, 0, page.reason(), monitor.at()));
    }

    private void trouble(PageTrouble trouble) {
        found.add(
                Alert.of(kind(trouble), trouble.page().value(), trouble.name(), 0, 0, trouble.reason(), monitor.at()));
    }

    private static Kind kind(PageTrouble trouble) {
        return switch (trouble.kind()) {
            case TOKEN_INVALID -> Kind.PAGE_TOKEN_INVALID;
            case TOKEN_EXPIRING -> Kind.PAGE_TOKEN_EXPIRING;
            case PERMISSION_MISSING -> Kind.PAGE_PERMISSION_MISSING;
            case FIELDS_MISSING -> Kind.PAGE_FIELDS_MISSING;
            case UNREACHABLE -> Kind.PAGE_UNREACHABLE;
        };
    }

    private void backlog(UnsentRow page) {
        if (page.messages() >= properties.backlog()) {
            found.add(alert(Kind.BACKLOG, page.id().value(), page.name(), page.messages(), properties.backlog()));
        }
    }

    private void inbound() {
        var since = monitor.inboundSince();
        var waited = since == null ? Duration.ZERO : Duration.between(since, monitor.at());
        if (waited.compareTo(properties.inbound()) >= 0) {
            found.add(alert(
                    Kind.INBOUND_BACKLOG,
                    "",
                    "",
                    waited.toSeconds(),
                    properties.inbound().toSeconds()));
        }
    }

    private Alert alert(Kind kind, String subject, String name, long value, long limit) {
        return Alert.of(kind, subject, name, value, limit, null, monitor.at());
    }
}
