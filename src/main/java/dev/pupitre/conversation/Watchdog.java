package dev.pupitre.conversation;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

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
import java.util.HashSet;
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

    private record Losses(boolean any, int newly) {}

    private final Standstills standstills;
    private final Causes causes;
    private final Pushing pushing;
    private final LiveFeed feed;
    private final WatchdogProperties properties;
    private final Clock clock;
    private volatile List<Stuck> stuck = List.of();
    private final Patrol patrol;

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
        this.patrol = new Patrol(standstills, properties.patrol());
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
        var still = still(clock.instant().minus(properties.patience()));
        // The engine may take its time to say why.
        var newly = raise(still);
        var seen = new HashSet<ConversationId>();
        still.forEach(one -> seen.add(one.conversation().conversationId()));
        var lostBefore = known.values().stream()
                .filter(one -> one.step() == Step.WAIT || one.step() == Step.ASSIGN)
                .filter(one -> !seen.contains(one.conversation()));
        tell(Stream.concat(still.stream().map(one -> one.stuck(known)), lostBefore), newly);
        var look = causes.look();
        look.askAfter(still.stream().map(Suspect::conversation).toList());
        var found = new ArrayList<Stuck>();
        var losses = losses(unseen(patrol.begin(), seen), look, known, found);
        newly = losses.newly();
        still.forEach(one -> helped(one, look.of(one.conversation(), one.standstill()), known)
                .ifPresent(found::add));
        while (losses.any() && look.isOpen()) {
            // Where one is lost, others are likely to be.
            losses = losses(unseen(patrol.goOn(), seen), look, known, found);
            newly += losses.newly();
        }
        newly += losses(unseen(standstills.raised(), seen), look, known, found).newly();
        tell(found.stream(), newly);
    }

    /** Asks the engine after these, and helps those that are lost. */
    private Losses losses(
            List<StoredConversation> quiet, Causes.Look look, Map<ConversationId, Stuck> known, List<Stuck> found) {
        look.askAfter(quiet);
        var lost = lost(quiet, look, known);
        var newly = raise(lost);
        lost.forEach(one ->
                helped(one, new Finding(Cause.PROCESS_GONE, false), known).ifPresent(found::add));
        standstills.askedAfter(
                quiet.stream().filter(one -> look.isGone(one).isPresent()).toList());
        return new Losses(!lost.isEmpty(), newly);
    }

    private List<Suspect> still(Instant before) {
        return standstills.maybeSince(before).stream()
                .flatMap(conversation -> Standstill.of(conversation, before)
                        .map(standstill -> new Suspect(conversation, standstill, standstill.since()))
                        .stream())
                .toList();
    }

    /** What this look has not come by yet. */
    private static List<StoredConversation> unseen(List<StoredConversation> some, Set<ConversationId> seen) {
        return some.stream().filter(one -> seen.add(one.conversationId())).toList();
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
        // What the engine does not say now it may have said before, unless another process leads it since.
        return gone.orElseGet(() -> raisedAt != null
                && Optional.ofNullable(known.get(conversation.conversationId()))
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
