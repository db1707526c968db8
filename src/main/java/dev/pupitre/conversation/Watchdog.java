package dev.pupitre.conversation;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.pupitre.conversation.Causes.Finding;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    /** @param newly how many no node has raised the alarm about before */
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
                    .description("Conversations that do not move though they should, by cause, as this node sees them")
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
        var known = stuck.stream().collect(toMap(Stuck::conversation, identity()));
        var before = clock.instant().minus(properties.patience());
        var still = standstills.maybeSince(before).stream()
                .flatMap(conversation -> Standstill.of(conversation, before)
                        .map(standstill -> new Suspect(conversation, standstill, standstill.since()))
                        .stream())
                .toList();
        // The engine may take its time to say why.
        var newly = raise(still);
        var stands =
                still.stream().map(one -> one.conversation().conversationId()).collect(toSet());
        var lostBefore = known.values().stream()
                .filter(one -> one.step() == Step.WAIT || one.step() == Step.ASSIGN)
                .filter(one -> !stands.contains(one.conversation()));
        tell(Stream.concat(still.stream().map(one -> one.stuck(known)), lostBefore), newly);
        var quiet = quiet().stream()
                .filter(one -> !stands.contains(one.conversationId()))
                .toList();
        var look = causes.look();
        look.askAfter(Stream.concat(still.stream().map(Suspect::conversation), quiet.stream())
                .toList());
        var lost = lost(quiet, look, known);
        newly = raise(lost);
        var examined = still.stream().map(one -> helped(one, look.of(one.conversation(), one.standstill()), known));
        var helpless = lost.stream().map(one -> helped(one, new Finding(Cause.PROCESS_GONE, false), known));
        tell(Stream.concat(examined, helpless).flatMap(Optional::stream), newly);
    }

    /**
     * A conversation that does not move.
     *
     * @param raisedSince an alarm from then on was about the same
     */
    private record Suspect(StoredConversation conversation, Standstill standstill, Instant raisedSince) {
        Stuck stuck(Map<ConversationId, Stuck> known) {
            var before = known.get(conversation.conversationId());
            return Stuck.of(conversation, standstill, before == null ? Cause.UNKNOWN : before.cause());
        }

        boolean isRaised() {
            return isRaised(conversation, raisedSince);
        }

        static boolean isRaised(StoredConversation conversation, Instant since) {
            var raisedAt = conversation.course().trail().raisedAt();
            return raisedAt != null && !raisedAt.isBefore(since);
        }
    }

    /** Those in whose process nothing is due say nothing themselves: some of them are asked about at each look. */
    private Collection<StoredConversation> quiet() {
        if (patrolled == null) {
            patrolled = standstills.anyQuiet().orElse(null);
        }
        var some = new ArrayList<>(standstills.quiet(patrolled, properties.patrol()));
        if (some.size() < properties.patrol()) {
            some.addAll(standstills.quiet(null, properties.patrol() - some.size()));
        }
        patrolled = some.isEmpty() ? null : some.getLast().id();
        var quiet = new LinkedHashMap<ConversationId, StoredConversation>();
        standstills.raised(properties.patrol()).forEach(one -> quiet.put(one.conversationId(), one));
        some.forEach(one -> quiet.putIfAbsent(one.conversationId(), one));
        return quiet.values();
    }

    private List<Suspect> lost(
            Collection<StoredConversation> quiet, Causes.Look look, Map<ConversationId, Stuck> known) {
        return quiet.stream()
                .filter(conversation -> isLost(conversation, look, known))
                .flatMap(conversation -> standstills
                        .find(conversation.conversationId())
                        .filter(now ->
                                isStillLedBy(conversation.course().trail().process(), now))
                        .stream())
                .map(this::lost)
                .toList();
    }

    private boolean isLost(StoredConversation conversation, Causes.Look look, Map<ConversationId, Stuck> known) {
        var gone = look.isGone(conversation);
        var raisedAt = conversation.course().trail().raisedAt();
        if (raisedAt != null && gone.isPresent() && !gone.get()) {
            standstills.calm(conversation.conversationId(), raisedAt);
        }
        // What the engine does not say now it may have said before.
        return gone.orElseGet(() -> Optional.ofNullable(known.get(conversation.conversationId()))
                .filter(one -> one.cause().kind() == Cause.Kind.PROCESS_GONE)
                .isPresent());
    }

    /** A process that ended, or was followed by another, while the engine was asked about it, is not missed. */
    private static boolean isStillLedBy(@Nullable Long process, StoredConversation conversation) {
        return conversation.state() != ConversationState.CLOSING
                && Objects.equals(conversation.course().trail().process(), process);
    }

    private Suspect lost(StoredConversation conversation) {
        var isAssigned = conversation.state() == ConversationState.ASSIGNED;
        var moved = requireNonNullElse(
                isAssigned ? conversation.assignedAt() : conversation.queuedAt(), conversation.openedAt());
        var raisedAt = conversation.course().trail().raisedAt();
        var since = raisedAt != null && Suspect.isRaised(conversation, moved) ? raisedAt : clock.instant();
        return new Suspect(conversation, new Standstill(isAssigned ? Step.ASSIGN : Step.WAIT, since), moved);
    }

    /** What is known to be in need of it, and to come to no harm by it, is pushed on at once; empty when it is over. */
    private Optional<Stuck> helped(Suspect suspect, Finding finding, Map<ConversationId, Stuck> known) {
        var conversation = suspect.conversation();
        var cause = finding.cause();
        var failure = conversation.course().trail().failure();
        var gaveUp = cause.kind() == Cause.Kind.JOB_FAILED && failure != null && failure.retriesLeft() == 0;
        if (gaveUp || cause.kind() == Cause.Kind.PROCESS_GONE || isMended(conversation, finding, known)) {
            pushing.tryByItself(conversation);
            return standstills
                    .find(conversation.conversationId())
                    .map(now -> Stuck.of(now, suspect.standstill(), cause));
        }
        return Optional.of(Stuck.of(conversation, suspect.standstill(), cause));
    }

    /** The table that its process could not evaluate can be evaluated by now. */
    private static boolean isMended(
            StoredConversation conversation, Finding finding, Map<ConversationId, Stuck> known) {
        var before = known.get(conversation.conversationId());
        return finding.tablesWell() && before != null && before.cause().kind() == Cause.Kind.TABLE;
    }

    /** How many this node was the first to raise the alarm about. */
    private int raise(List<Suspect> suspects) {
        var newly = suspects.stream()
                .filter(one -> !one.isRaised())
                .filter(one ->
                        standstills.raise(one.conversation().conversationId(), one.raisedSince(), clock.instant()))
                .toList();
        newly.forEach(one -> LOG.warn(
                "Conversation {} does not move since {}: {}",
                one.conversation().conversationId(),
                one.standstill().since(),
                one.standstill().step()));
        return newly.size();
    }

    private void tell(Stream<Stuck> all, int newly) {
        var before = stuck;
        var found = all.sorted(comparing(Stuck::since)).toList();
        stuck = found;
        if (newly > 0 || !found.equals(before)) {
            feed.publish(new LiveEvent("stuck", new Raised(found.size(), newly), OVERSEERS));
        }
    }
}
