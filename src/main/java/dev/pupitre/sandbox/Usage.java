package dev.pupitre.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** How much of Meta's limits is used up: as told, and by how many messages a Page sends in a second, and private replies in an hour. */
@Profile("local")
@Component
class Usage implements Forgets {
    private static final int FULL = 100;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    /** Percentages, as in Meta's headers (Graph API, "Rate limits"). */
    record Load(
            @Min(0) @Max(1_000) @Nullable Integer callCount,
            @Min(0) @Max(1_000) @Nullable Integer totalTime,
            @Min(0) @Max(1_000) @Nullable Integer totalCpuTime,
            @Min(0) @Nullable Integer regainMinutes) {
        static final Load NONE = new Load(null, null, null, null);

        String app() {
            return "{\"call_count\":%d,\"total_time\":%d,\"total_cputime\":%d}"
                    .formatted(or0(callCount), or0(totalTime), or0(totalCpuTime));
        }

        String page(String id) {
            return ("{\"%s\":[{\"type\":\"messenger\",\"call_count\":%d,\"total_cputime\":%d,\"total_time\":%d,"
                            + "\"estimated_time_to_regain_access\":%d}]}")
                    .formatted(id, or0(callCount), or0(totalCpuTime), or0(totalTime), or0(regainMinutes));
        }

        boolean isFull() {
            return or0(callCount) >= FULL || or0(totalTime) >= FULL || or0(totalCpuTime) >= FULL;
        }

        private static int or0(@Nullable Integer value) {
            return Objects.requireNonNullElse(value, 0);
        }
    }

    /** Sends of a Page in a second and its private replies in an hour, 0 for no limit (Messenger Platform, "Rate limits"). */
    record Limits(
            @Min(0) @Nullable Integer sendsPerSecond,
            @Min(0) @Nullable Integer mediaPerSecond,
            @Min(0) @Nullable Integer privateRepliesPerHour) {
        static final Limits OF_META = new Limits(null, null, null);

        int sends() {
            return Objects.requireNonNullElse(sendsPerSecond, 300);
        }

        int media() {
            return Objects.requireNonNullElse(mediaPerSecond, 10);
        }

        int privateReplies() {
            return Objects.requireNonNullElse(privateRepliesPerHour, 750);
        }
    }

    /** What a Page sent in the current second. */
    private static final class Second {
        private long second;
        private int sends;
        private int media;

        synchronized boolean admits(boolean heavy, Limits limits) {
            var now = System.nanoTime() / 1_000_000_000;
            if (now != second) {
                second = now;
                sends = 0;
                media = 0;
            }
            if ((limits.sends() > 0 && sends >= limits.sends())
                    || (heavy && limits.media() > 0 && media >= limits.media())) {
                return false;
            }
            sends++;
            media += heavy ? 1 : 0;
            return true;
        }
    }

    /** When a Page answered in private in the last hour. */
    private static final class Hour {
        private final Deque<Instant> replies = new ArrayDeque<>();

        synchronized boolean admits(Instant now, int limit) {
            while (!replies.isEmpty() && !replies.getFirst().plus(AN_HOUR).isAfter(now)) {
                replies.removeFirst();
            }
            if (limit > 0 && replies.size() >= limit) {
                return false;
            }
            replies.addLast(now);
            return true;
        }
    }

    private final Clock clock;
    private final Map<String, Second> seconds = new ConcurrentHashMap<>();
    private final Map<String, Hour> hours = new ConcurrentHashMap<>();
    private volatile Load load = Load.NONE;
    private volatile Limits limits = Limits.OF_META;

    Usage(Clock clock) {
        this.clock = clock;
    }

    Load load() {
        return load;
    }

    void load(Load wanted) {
        load = wanted;
    }

    void limit(Limits wanted) {
        limits = wanted;
    }

    /** Audio and video have a limit of their own. */
    void countSend(FacebookPage page, boolean heavy) {
        if (!seconds.computeIfAbsent(page.id(), id -> new Second()).admits(heavy, limits)) {
            throw tooMany();
        }
    }

    void countPrivateReply(FacebookPage page) {
        var hour = hours.computeIfAbsent(page.id(), id -> new Hour());
        if (!hour.admits(clock.instant(), limits.privateReplies())) {
            throw tooMany();
        }
    }

    private static GraphError tooMany() {
        return GraphError.of(613, null, "Calls to this api have exceeded the rate limit.");
    }

    @Override
    public void startAnew() {
        seconds.clear();
        hours.clear();
        load = Load.NONE;
        limits = Limits.OF_META;
    }
}
