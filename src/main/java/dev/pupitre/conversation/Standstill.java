package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.conversation.Automation.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A conversation that should have moved by now: what it waits for, and since when. */
record Standstill(Step step, Instant since) {
    /** What a conversation waits for. */
    enum Step {
        /** The tables are to decide what becomes of it. */
        DECIDE,
        /** The desk has opened, and it is to be looked at again. */
        OPEN,
        /** The AI agent is to answer. */
        ANSWER,
        /** It was handed on, and is to be queued for who answers next. */
        QUEUE,
        /** It waits for an agent, but its process does not. */
        WAIT,
        /** An agent has it, but its process does not know. */
        ASSIGN,
        /** It was resolved, and is to be closed. */
        CLOSE,
        /** What happened at the desk is to be told to its process. */
        TELL
    }

    /** Empty where it moves, or is where it should be; {@code before} is since when it may have stood there. */
    static Optional<Standstill> of(StoredConversation conversation, Instant before) {
        return untold(conversation, before)
                .or(() -> owed(conversation, before))
                .filter(found -> found.since().isBefore(before));
    }

    private static Optional<Standstill> untold(StoredConversation conversation, Instant before) {
        return conversation.due().stream()
                .filter(due -> due.kind().isForEngine() && due.since().isBefore(before))
                .findFirst()
                .map(due -> new Standstill(due.kind() == Due.Kind.START ? Step.DECIDE : Step.TELL, due.since()));
    }

    private static Optional<Standstill> owed(StoredConversation conversation, Instant before) {
        return switch (conversation.state()) {
            case NEW -> undecided(conversation, before);
            case CLOSING -> Optional.of(new Standstill(Step.CLOSE, resolvedAt(conversation)));
            case WAITING, ASSIGNED, CLOSED, IGNORED -> Optional.empty();
        };
    }

    private static Optional<Standstill> undecided(StoredConversation conversation, Instant before) {
        var course = conversation.course();
        var opensAt = course.opensAt();
        if (course.awaited() || (opensAt != null && !opensAt.isBefore(before))) {
            return Optional.empty();
        }
        return Optional.of(
                opensAt == null
                        ? new Standstill(step(conversation), movedAt(conversation))
                        : new Standstill(Step.OPEN, opensAt));
    }

    private static Step step(StoredConversation conversation) {
        var target = conversation.course().target();
        var automation = conversation.service().automation();
        if (automation.outcome() == Outcome.HAND_OFF || (target != null && target.kind() != Target.Kind.AI)) {
            return Step.QUEUE;
        }
        return target != null || automation.heard() != null ? Step.ANSWER : Step.DECIDE;
    }

    /**
     * By our own time, as Meta may bring late what was written long ago. What else the customer writes moves nothing:
     * only what the process has waited for begins anew.
     */
    private static Instant movedAt(StoredConversation conversation) {
        var ours = conversation.messages().stream().filter(Standstill::moves).map(StoredMessage::at);
        var course = conversation.course();
        var decided = course.decisions().stream().map(Decision::at);
        var woken = Stream.ofNullable(course.trail().wokenAt());
        return Stream.of(Stream.of(conversation.openedAt()), ours, decided, woken)
                .flatMap(times -> times)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static boolean moves(StoredMessage message) {
        var happening = message.extras().happening();
        return happening == null
                ? message.direction() == Direction.OUT
                : happening.type() == Happening.Type.TRANSFERRED || happening.type() == Happening.Type.HANDED_OVER;
    }

    /** One that was resolved by an earlier version has no time of that. */
    private static Instant resolvedAt(StoredConversation conversation) {
        return requireNonNullElse(conversation.course().trail().resolvedAt(), conversation.lastActivityAt());
    }
}
