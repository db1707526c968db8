package dev.pupitre.page;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this node knows of all Pages: read again every moment, so that asking costs nothing; tells what has changed. */
@Component
class KnownPages {
    private static final Logger LOG = LoggerFactory.getLogger(KnownPages.class);

    /** @param page null while it is not connected */
    private record Known(StoredPage stored, @Nullable Page page) {}

    private final PageStore store;
    private final PageTokens tokens;
    private final PageProperties settings;
    private final MetaApp app;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile @Nullable Map<PageId, Known> pages;

    KnownPages(
            PageStore store,
            PageTokens tokens,
            PageProperties settings,
            MetaApp app,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.settings = settings;
        this.app = app;
        this.events = events;
        this.clock = clock;
    }

    List<StoredPage> all() {
        return pages().values().stream().map(Known::stored).toList();
    }

    Optional<StoredPage> find(PageId page) {
        return Optional.ofNullable(pages().get(page)).map(Known::stored);
    }

    List<Page> connected() {
        return pages().values().stream()
                .flatMap(known -> Optional.ofNullable(known.page()).stream())
                .toList();
    }

    Optional<Page> connected(PageId page) {
        return Optional.ofNullable(pages().get(page)).map(Known::page);
    }

    private Map<PageId, Known> pages() {
        var read = pages;
        if (read == null) {
            readAgain();
            read = pages;
        }
        return read == null ? Map.of() : read;
    }

    @Scheduled(fixedDelayString = "${pupitre.page.reread:2s}")
    void readAgain() {
        try {
            if (pages == null) {
                settings.page().ifPresent(page -> store.ensure(page.id(), settings.name()));
            }
            var stored = store.all();
            take(stored, false);
            var now = clock.instant();
            stored.stream()
                    .filter(page -> page.hold() != null && page.hold().isOver(now))
                    .forEach(page -> store.releaseOver(page.id(), now).ifPresent(this::take));
        } catch (DataAccessException away) {
            LOG.warn("Expected to read the Pages, but the store did not answer: {}", away.getMessage());
        }
    }

    /** A Page as this node has just changed it. */
    void take(StoredPage page) {
        take(List.of(page), true);
    }

    private void take(List<StoredPage> stored, boolean here) {
        var happened = new ArrayList<>();
        synchronized (this) {
            var before = pages;
            var after = new LinkedHashMap<>(before == null ? Map.of() : before);
            for (var page : stored) {
                var known = after.get(page.id());
                if (known == null || page.version() >= known.stored().version()) {
                    var now = know(page, known);
                    after.put(page.id(), now);
                    if (before != null) {
                        compare(known, now, here, happened);
                    }
                }
            }
            pages = after;
        }
        happened.forEach(events::publishEvent);
    }

    private Known know(StoredPage page, @Nullable Known before) {
        if (before != null && before.stored().version() == page.version()) {
            return new Known(page, before.page());
        }
        try {
            return new Known(
                    page,
                    tokens.of(page)
                            .map(token -> page(page, new PageAccess(page.id(), token, app.secret())))
                            .orElse(null));
        } catch (UndecryptableToken otherKey) {
            LOG.error("Page {} stays as this node knew it: {}", page.id(), otherKey.getMessage());
            return new Known(page, before == null ? null : before.page());
        }
    }

    private Page page(StoredPage page, PageAccess access) {
        var zone = page.zone() == null ? settings.zone() : page.zone();
        return new Page(page.id(), page.name(), zone, access, page.humanAgent(), page.retentionDays());
    }

    private static void compare(@Nullable Known before, Known after, boolean here, List<Object> happened) {
        var id = after.stored().id();
        var wasOpen = before != null && before.page() != null && before.stored().hold() == null;
        var hold = after.stored().hold();
        if (after.page() == null) {
            if (before != null && before.page() != null) {
                happened.add(new PageEvent.Disconnected(id));
            }
        } else if (hold == null) {
            if (!wasOpen) {
                happened.add(new PageEvent.Mended(id));
            }
        } else if (before == null || before.stored().hold() == null) {
            happened.add(new PageEvent.Held(id, hold.reason()));
        }
        if (before == null || before.stored().version() != after.stored().version()) {
            happened.add(new PageChanged(id, here));
        }
    }
}
