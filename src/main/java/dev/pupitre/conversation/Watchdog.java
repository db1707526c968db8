package dev.pupitre.conversation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    private final Pushing pushing;
    private final LiveFeed feed;
    private final WatchdogProperties properties;
    private final Clock clock;
    private volatile List<Stuck> stuck = List.of();
    private @Nullable String patrolled;

    Watchdog(
            Standstills standstills,
            Causes causes,
            Pushing pushing,
            LiveFeed feed,
            WatchdogProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.standstills = standstills;
        this.causes = causes;
        this.pushing = pushing;
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
        var look = causes.look();
        var found = new ArrayList<>(examined(standstills.maybeSince(before), look, before));
        if (!look.isEngineDown()) {
            found.addAll(lost());
        }
        found.sort(comparing(Stuck::since));
        raise(List.copyOf(found));
    }

    private List<Stuck> examined(List<StoredConversation> maybe, Causes.Look look, Instant before) {
        return maybe.stream()
                .flatMap(conversation -> Standstill.of(conversation, before)
                        .map(standstill -> helped(conversation, standstill, look.of(conversation, standstill)))
                        .stream())
                .toList();
    }

    /** Those in whose process nothing is due say nothing themselves: some of them are asked about at each look. */
    private List<Stuck> lost() {
        var some = standstills.quiet(patrolled, properties.patrol());
        patrolled = some.size() < properties.patrol() ? null : some.getLast().id();
        var suspects = new LinkedHashMap<ConversationId, StoredConversation>();
        stuck.stream()
                .filter(one -> one.step() == Step.WAIT || one.step() == Step.ASSIGN)
                .flatMap(one -> standstills.find(one.conversation()).stream())
                .forEach(one -> suspects.put(one.conversationId(), one));
        some.forEach(one -> suspects.put(one.conversationId(), one));
        return suspects.values().stream()
                .flatMap(conversation -> lost(conversation)
                        .filter(_ -> causes.isGone(conversation))
                        .map(standstill -> helped(conversation, standstill, Cause.PROCESS_GONE))
                        .stream())
                .toList();
    }

    private Optional<Standstill> lost(StoredConversation conversation) {
        var since = stuck.stream()
                .filter(one -> one.conversation().equals(conversation.conversationId()))
                .map(Stuck::since)
                .findFirst()
                .orElseGet(clock::instant);
        return switch (conversation.state()) {
            case WAITING -> Optional.of(new Standstill(Step.WAIT, since));
            case ASSIGNED -> Optional.of(new Standstill(Step.ASSIGN, since));
            case NEW, CLOSING, CLOSED, IGNORED -> Optional.empty();
        };
    }

    /** What is known to be in need of it, and to come to no harm by it, is pushed on at once. */
    private Stuck helped(StoredConversation conversation, Standstill standstill, Cause cause) {
        var failure = conversation.course().trail().failure();
        var gaveUp = cause.kind() == Cause.Kind.JOB_FAILED && failure != null && failure.retriesLeft() == 0;
        if (gaveUp || cause.kind() == Cause.Kind.PROCESS_GONE || isMended(conversation, cause)) {
            pushing.tryByItself(conversation);
            return Stuck.of(standstills.find(conversation.conversationId()).orElse(conversation), standstill, cause);
        }
        return Stuck.of(conversation, standstill, cause);
    }

    /** The table that its process could not evaluate can be evaluated by now. */
    private boolean isMended(StoredConversation conversation, Cause cause) {
        return cause.equals(Cause.UNKNOWN)
                && stuck.stream()
                        .filter(one -> one.conversation().equals(conversation.conversationId()))
                        .anyMatch(one -> one.cause().kind() == Cause.Kind.TABLE);
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
