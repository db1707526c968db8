package dev.pupitre.conversation;

import dev.pupitre.conversation.Stuck.Remedy;
import dev.pupitre.conversation.Trail.Failure;
import dev.pupitre.conversation.Trail.Tried;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Pushes on conversations that do not move. What is to be done is stored before it is done, and once: who pushes again
 * meanwhile, on whatever node, finds it under way.
 */
@Component
class Pushing {
    /** How often the watchdog tries by itself, before it leaves a conversation to those who lead. */
    private static final int BY_ITSELF = 4;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(2);

    /** What has come of it. */
    enum Outcome {
        TOLD_AGAIN,
        BEGUN_AGAIN,
        TAKEN_UP,
        /** It was pushed on just now. */
        UNDER_WAY,
        /** It does not stand still, so nothing was done. */
        MOVES,
        /** The engine did not say in time whether its process is still there, so nothing was done. */
        UNKNOWN,
        OVER
    }

    /** @param conversation that was pushed */
    record Pushed(ConversationId conversation, Outcome outcome) {}

    private final Standstills standstills;
    private final Conversations conversations;
    private final Causes causes;
    private final Signals signals;
    private final WatchdogProperties properties;
    private final Clock clock;

    Pushing(
            Standstills standstills,
            Conversations conversations,
            Causes causes,
            Signals signals,
            WatchdogProperties properties,
            Clock clock) {
        this.standstills = standstills;
        this.conversations = conversations;
        this.causes = causes;
        this.signals = signals;
        this.properties = properties;
        this.clock = clock;
    }

    /** @throws ConversationNotFound when there is none with this id */
    Pushed push(ConversationId id, UserId by) {
        return push(List.of(conversations.stored(id).conversationId()), by).getFirst();
    }

    /** The engine is asked about all of them together, for no longer than about one; who is not there is over. */
    List<Pushed> push(Collection<ConversationId> ids, UserId by) {
        var open = new LinkedHashMap<ConversationId, StoredConversation>();
        ids.forEach(id -> standstills.find(id).ifPresent(conversation -> open.put(id, conversation)));
        var since = justNow();
        var processes = causes.processesOf(open.values().stream()
                .filter(conversation -> !isUnderWay(conversation, since)
                        && Standstill.of(conversation, since).isEmpty())
                .toList());
        return ids.stream()
                .distinct()
                .map(id -> new Pushed(id, outcome(open.get(id), since, processes, by)))
                .toList();
    }

    private Outcome outcome(@Nullable StoredConversation conversation, Instant since, Processes processes, UserId by) {
        if (conversation == null) {
            return Outcome.OVER;
        }
        if (isUnderWay(conversation, since)) {
            return Outcome.UNDER_WAY;
        }
        var gone = processes.isGone(conversation);
        if (gone.orElse(false) || Standstill.of(conversation, since).isPresent()) {
            return push(conversation, by.value(), triedByItself(conversation));
        }
        var wasAsked = conversation.course().trail().process() != null;
        return wasAsked && gone.isEmpty() ? Outcome.UNKNOWN : Outcome.MOVES;
    }

    private static boolean isUnderWay(StoredConversation conversation, Instant since) {
        var tried = conversation.course().trail().tried();
        return tried != null && tried.at().isAfter(since);
    }

    /** Tries by itself, with pauses that grow, and not for ever. */
    void tryByItself(StoredConversation conversation) {
        var tried = conversation.course().trail().tried();
        var times = triedByItself(conversation);
        if (times < BY_ITSELF && (tried == null || tried.at().plus(pause(times)).isBefore(clock.instant()))) {
            push(conversation, null, times + 1);
        }
    }

    private static Duration pause(int times) {
        return times == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << (2 * (times - 1)));
    }

    private static int triedByItself(StoredConversation conversation) {
        var tried = conversation.course().trail().tried();
        return tried == null ? 0 : tried.times();
    }

    private Outcome push(StoredConversation conversation, @Nullable String by, int times) {
        var id = conversation.conversationId();
        var tried = new Tried(clock.instant(), by, times);
        var remedy = Stuck.remedyFor(conversation);
        var pushed = remedy == Remedy.TELL_AGAIN
                ? standstills.tellAgain(id, tried, justNow())
                : standstills.beginAgain(id, tried, justNow());
        pushed.ifPresent(signals::handOn);
        return pushed.map(_ -> switch (remedy) {
                    case TELL_AGAIN -> Outcome.TOLD_AGAIN;
                    case BEGIN_AGAIN -> Outcome.BEGUN_AGAIN;
                    case TAKE_UP -> Outcome.TAKEN_UP;
                })
                .orElse(Outcome.UNDER_WAY);
    }

    /** What was pushed on since then is given time. */
    private Instant justNow() {
        return clock.instant().minus(properties.patience());
    }

    /** So that those who lead are told why it stands still. */
    @EventListener
    void on(JobFailed failed) {
        if (failed.subject() != null) {
            standstills.failed(
                    new ConversationId(failed.subject()),
                    new Failure(failed.taskType(), failed.message(), failed.retriesLeft(), clock.instant()));
        }
    }
}
