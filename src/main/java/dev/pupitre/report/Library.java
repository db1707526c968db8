package dev.pupitre.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The facts of many days, unpacked; a day that has not changed since it was read is not read again.
 *
 * <p>Old days hardly ever change, and whoever opens a report opens it several times.
 */
@Component
class Library {
    /** So many facts take about 150 MB. */
    private static final long MOST_FACTS = 500_000;

    /** A day as it was read. */
    record Shelved(String campaign, long revision, List<Fact> facts) {
        static Shelved of(Day day) {
            return new Shelved(day.campaign(), day.revision(), day.facts());
        }
    }

    private final Days days;
    private final Cache<String, Shelved> shelved = Caffeine.newBuilder()
            .maximumWeight(MOST_FACTS)
            .weigher((String _, Shelved day) -> 1 + day.facts().size())
            .build();

    Library(Days days) {
        this.days = days;
    }

    /** Those days that are there, in any order. */
    List<Shelved> read(Collection<String> ids) {
        var read = new ArrayList<Shelved>();
        var changed = new ArrayList<String>();
        for (var day : days.revisions(ids)) {
            var here = shelved.getIfPresent(day.id());
            if (here != null && here.revision() == day.revision()) {
                read.add(here);
            } else {
                changed.add(day.id());
            }
        }
        var unpacked = days.find(changed).parallelStream().collect(Collectors.toMap(Day::id, Shelved::of));
        shelved.putAll(unpacked);
        read.addAll(unpacked.values());
        return read;
    }
}
