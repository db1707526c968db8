package dev.pupitre.live;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Watch.Place;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who looks at what, as this node has heard from all.
 *
 * <p>It is kept in memory only: everybody who looks says so again and again, so that a node that has just started knows
 * soon, and what one who vanished has left is forgotten.
 */
@Component
class WatchList {
    /** How long what was said once is believed; a browser repeats it three times as often. */
    static final Duration BELIEVED = Duration.ofSeconds(60);

    private static final int MOST = 100_000;

    private final Cache<String, Map<Place, Watcher>> lists = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(BELIEVED.multipliedBy(2))
            .build();
    private final Clock clock;

    WatchList(Clock clock) {
        this.clock = clock;
    }

    void apply(Watch watch) {
        lists.asMap().compute(watch.about(), (about, before) -> {
            var now = before == null ? new ConcurrentHashMap<Place, Watcher>() : new ConcurrentHashMap<>(before);
            if (watch.there()) {
                now.put(watch.place(), watch.watcher());
            } else {
                now.remove(watch.place());
            }
            return now.isEmpty() ? null : now;
        });
    }

    /** Those who look, by name; each once, and writing where they write in any window. */
    List<Watcher> of(String about) {
        var watchers = lists.getIfPresent(about);
        if (watchers == null) {
            return List.of();
        }
        var now = clock.instant();
        return watchers.values().stream()
                .filter(watcher -> watcher.until().isAfter(now))
                .collect(toMap(Watcher::id, identity(), Watcher::with))
                .values()
                .stream()
                .sorted(Comparator.comparing(Watcher::name))
                .toList();
    }

    Set<UserId> idsOf(String about) {
        return of(about).stream().map(Watcher::id).collect(toUnmodifiableSet());
    }
}
