package dev.pupitre.conversation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds conversations that do not move though they should, raises the alarm about them, and helps where it can. */
@Component
class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final Audience OVERSEERS = new Audience(Set.of(), Set.of(Role.SUPERVISOR, Role.ADMIN));

    /** @param newly how many were not stuck at the last look */
    record Raised(int stuck, int newly) {}

    private final Standstills standstills;
    private final Causes causes;
    private final LiveFeed feed;
    private final WatchdogProperties properties;
    private final Clock clock;
    private volatile List<Stuck> stuck = List.of();

    Watchdog(
            Standstills standstills,
            Causes causes,
            LiveFeed feed,
            WatchdogProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.standstills = standstills;
        this.causes = causes;
        this.feed = feed;
        this.properties = properties;
        this.clock = clock;
        for (var kind : Cause.Kind.values()) {
            Gauge.builder("pupitre.conversations.stuck", () -> count(kind))
                    .description("Conversations that do not move though they should, by cause")
                    .tag("reason", kind.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
    }

    private long count(Cause.Kind kind) {
        return stuck.stream().filter(one -> one.cause().kind() == kind).count();
    }

    /** What the last look found, the oldest first. */
    List<Stuck> stuck() {
        return stuck;
    }

    @Scheduled(
            fixedDelayString = "${pupitre.watchdog.interval:15s}",
            initialDelayString = "${pupitre.watchdog.interval:15s}")
    synchronized void look() {
        var before = clock.instant().minus(properties.patience());
        var maybe = standstills.maybeSince(before);
        raise(maybe.isEmpty() ? List.of() : examined(maybe, before));
    }

    private List<Stuck> examined(List<StoredConversation> maybe, Instant before) {
        var look = causes.look();
        return maybe.stream()
                .flatMap(conversation -> Standstill.of(conversation, before)
                        .map(standstill -> Stuck.of(conversation, standstill, look.of(conversation, standstill)))
                        .stream())
                .sorted(comparing(Stuck::since))
                .toList();
    }

    private void raise(List<Stuck> found) {
        var before = stuck;
        stuck = found;
        if (found.equals(before)) {
            return;
        }
        var known = before.stream().map(Stuck::conversation).collect(toSet());
        var newly = found.stream()
                .filter(one -> !known.contains(one.conversation()))
                .toList();
        newly.forEach(one -> LOG.warn(
                "Conversation {} does not move since {}: {} because of {}",
                one.conversation(),
                one.since(),
                one.step(),
                one.cause()));
        feed.publish(new LiveEvent("stuck", new Raised(found.size(), newly.size()), OVERSEERS));
    }
}
