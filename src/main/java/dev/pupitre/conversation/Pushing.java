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
        var conversation = conversations.stored(id);
        if (!conversation.state().isOpen()) {
            return new Pushed(id, Outcome.OVER);
        }
        var tried = conversation.course().trail().tried();
        if (tried != null && tried.at().isAfter(justNow())) {
            return new Pushed(id, Outcome.UNDER_WAY);
        }
        var stuck = Standstill.of(conversation, justNow()).isPresent() || causes.isGone(conversation);
        var outcome = stuck ? push(conversation, by.value(), triedByItself(conversation)) : Outcome.MOVES;
        return new Pushed(id, outcome);
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
