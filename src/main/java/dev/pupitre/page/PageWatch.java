package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a Page is looked into soon, and not only when its process does so, where it was held, was never looked
 * at or could not be.
 */
@Component
class PageWatch {
    private final KnownPages known;
    private final PageHealth health;
    private final PageProcess process;
    private final PageProperties properties;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final Set<PageId> underWay = ConcurrentHashMap.newKeySet();

    PageWatch(
            KnownPages known,
            PageHealth health,
            PageProcess process,
            PageProperties properties,
            TaskScheduler scheduler,
            Clock clock) {
        this.known = known;
        this.health = health;
        this.process = process;
        this.properties = properties;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** Not at once after another check: what the check finds in order and a send does not would go round and round. */
    @EventListener
    void onWanted(CheckWanted wanted) {
        if (underWay.add(wanted.page())) {
            var now = clock.instant();
            var earliest = known.find(wanted.page())
                    .map(StoredPage::health)
                    .map(last -> last.checkedAt().plus(properties.checkAgainAfter()))
                    .filter(now::isBefore)
                    .orElse(now);
            var _ = scheduler.schedule(() -> Thread.startVirtualThread(() -> check(wanted.page())), earliest);
        }
    }

    private void check(PageId page) {
        try {
            health.check(page).ifPresent(process::found);
        } finally {
            underWay.remove(page);
        }
    }

    /** The node that was to look may have died, and Meta may have been out of reach. */
    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "${pupitre.page.check-again-after:30s}")
    void lookAtForgotten() {
        known.all().stream()
                .filter(page -> known.connected(page.id()).isPresent())
                .filter(PageWatch::isUnexamined)
                .forEach(page -> onWanted(new CheckWanted(page.id())));
    }

    private static boolean isUnexamined(StoredPage page) {
        var hold = page.hold();
        var last = page.health();
        if (last == null || last.unreachable() != null) {
            return true;
        }
        return hold != null
                && hold.cause() == Hold.Cause.TOKEN
                && last.checkedAt().isBefore(hold.since());
    }
}
