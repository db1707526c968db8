package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes what the screens show of Pages out of what is known of them. */
@Component
class PageViews {
    private static final Health NOT_YET = Health.never();

    private final KnownPages known;
    private final PageTraces traces;
    private final PageProperties properties;
    private final ObjectProvider<PageQueues> queues;
    private final Clock clock;

    PageViews(
            KnownPages known,
            PageTraces traces,
            PageProperties properties,
            ObjectProvider<PageQueues> queues,
            Clock clock) {
        this.known = known;
        this.traces = traces;
        this.properties = properties;
        this.queues = queues;
        this.clock = clock;
    }

    /** Connected ones first, each kind by name. */
    List<PageView> all() {
        return known.all().stream()
                .map(this::of)
                .sorted(Comparator.comparing((PageView page) -> page.state() == Diagnosis.State.DISCONNECTED)
                        .thenComparing(PageView::name)
                        .thenComparing(page -> page.id().value()))
                .toList();
    }

    Optional<PageView> find(PageId page) {
        return known.find(page).map(this::of);
    }

    Diagnosis diagnose(StoredPage page) {
        return Diagnosis.of(known.connected(page.id()).isPresent(), page.health(), page.hold(), clock.instant());
    }

    PageView of(StoredPage page) {
        var diagnosis = diagnose(page);
        var health = page.health() == null ? NOT_YET : page.health();
        var hold = page.hold();
        return new PageView(
                page.id(),
                page.name(),
                page.picture(),
                page.zone() == null ? properties.zone() : page.zone(),
                page.humanAgent(),
                page.retentionDays(),
                page.responseFeedback(),
                properties.isNamed(page.id()),
                diagnosis.state(),
                diagnosis.problems(),
                page.health() == null ? null : page.health().checkedAt(),
                health.tokenState(),
                health.tokenExpiresAt(),
                health.dataAccessExpiresAt(),
                health.scopes(),
                health.missingPermissions(),
                health.subscribedFields(),
                health.missingFields(),
                traces.lastEvent(page),
                traces.lastSend(page),
                hold == null || diagnosis.state() != Diagnosis.State.HELD
                        ? null
                        : new PageView.Held(hold.cause(), hold.reason(), hold.since(), hold.until()),
                queued(page.id()));
    }

    private long queued(PageId page) {
        return queues.stream().mapToLong(queue -> queue.queued(page)).sum();
    }
}
