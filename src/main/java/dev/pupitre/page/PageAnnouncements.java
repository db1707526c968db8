package dev.pupitre.page;

import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells supervisors, on their screens and in the figures, how it stands with the Pages. */
@Component
class PageAnnouncements {
    private static final Logger LOG = LoggerFactory.getLogger(PageAnnouncements.class);
    private static final Audience OVERSEERS = new Audience(Set.of(), Set.of(Role.SUPERVISOR, Role.ADMIN));

    private final PageViews views;
    private final LiveFeed feed;

    PageAnnouncements(PageViews views, LiveFeed feed, KnownPages known, MeterRegistry meters) {
        this.views = views;
        this.feed = feed;
        for (var state : Diagnosis.State.values()) {
            Gauge.builder(
                            "pupitre.pages",
                            () -> known.all().stream()
                                    .filter(page -> views.diagnose(page).state() == state)
                                    .count())
                    .description("Pages by how it stands with them")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    /** Only on the node that changed it, from where it reaches every browser. */
    @EventListener
    void onChange(PageChanged change) {
        if (change.here()) {
            views.find(change.page()).ifPresent(page -> feed.publish(new LiveEvent("page", page, OVERSEERS)));
        }
    }

    @EventListener
    void onEvent(PageEvent event) {
        switch (event) {
            case PageEvent.Held(var page, var reason) -> LOG.warn("Nothing is sent for Page {}: {}", page, reason);
            case PageEvent.Mended(var page) -> LOG.info("Messages of Page {} go out", page);
            case PageEvent.Disconnected(var page) -> LOG.info("Page {} is not connected any more", page);
        }
    }
}
