package dev.pupitre.conversation;

import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.page.Hold;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** What becomes of a message that could not be sent at once. Every answer is whether the thread's next may follow. */
@Component
class Setbacks {
    private final OutboxLanes stored;
    private final Transcripts transcripts;
    private final Announcements announcements;
    private final Pages pages;
    private final OutboxProperties properties;
    private final Clock clock;

    Setbacks(
            OutboxLanes stored,
            Transcripts transcripts,
            Announcements announcements,
            Pages pages,
            OutboxProperties properties,
            Clock clock) {
        this.stored = stored;
        this.transcripts = transcripts;
        this.announcements = announcements;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
    }

    /** The call that failed only prepared the message, or asked about it. */
    boolean unprepared(OutboxLane lane, Item item, GraphFailure failure) {
        var reason = Reason.of(failure);
        return switch (failure.kind()) {
            case TOKEN -> holdPage(lane, item, Hold.Cause.TOKEN, reason);
            case PERMISSION ->
                isPublic(item) ? fail(lane, item, reason) : holdPage(lane, item, Hold.Cause.TOKEN, reason);
            case PAGE_RESTRICTED -> holdPage(lane, item, Hold.Cause.RESTRICTED, reason);
            case TRANSIENT, UNKNOWN_OUTCOME -> retry(lane, item, reason, false);
            case WINDOW, RECIPIENT, ELSEWHERE, ANSWERED_BEFORE, ATTACHMENT_GONE, REJECTED -> fail(lane, item, reason);
        };
    }

    /** That one comment may not be answered says nothing of the Page's messages. */
    private boolean isPublic(Item item) {
        return transcripts
                .find(item.conversation(), item.message())
                .map(Transcripts.Found::message)
                .filter(message -> message.sending().via() != Via.MESSENGER)
                .isPresent();
    }

    /** The call that was to send the message failed. */
    boolean unsent(OutboxLane lane, Item item, GraphFailure failure) {
        if (failure.kind() == Kind.UNKNOWN_OUTCOME) {
            return awaitEcho(lane, item, properties.echoWait());
        }
        if (failure.kind() == Kind.TRANSIENT) {
            return retry(lane, item, Reason.of(failure), true);
        }
        stored.settled(lane);
        return unprepared(lane, item, failure);
    }

    /** Where no echo ever comes, the customer is not to get the message again and again. */
    boolean awaitEcho(OutboxLane lane, Item item, Duration wait) {
        if (lane.attempts() + 1 >= properties.maxAttempts()) {
            return fail(lane, item, Reason.of(ReasonCode.NEVER_CONFIRMED));
        }
        stored.await(lane, item, clock.instant().plus(wait));
        tell(item, MessageStatus.SENDING, Reason.of(ReasonCode.NOT_CONFIRMED_YET));
        return false;
    }

    private boolean holdPage(OutboxLane lane, Item item, Hold.Cause cause, Reason reason) {
        pages.hold(lane.page(), cause, reason.text());
        return hold(lane, item, Reason.held(cause, reason.text()));
    }

    boolean hold(OutboxLane lane, Item item, Reason reason) {
        stored.putOff(lane, lane.attempts(), clock.instant().plus(properties.heldRetry()));
        tell(item, MessageStatus.QUEUED, reason);
        return false;
    }

    private boolean retry(OutboxLane lane, Item item, Reason reason, boolean settled) {
        if (lane.attempts() + 1 >= properties.maxAttempts()) {
            return fail(lane, item, reason);
        }
        if (settled) {
            stored.settled(lane);
        }
        stored.putOff(lane, lane.attempts() + 1, clock.instant().plus(properties.backoff(lane.attempts())));
        tell(item, MessageStatus.QUEUED, reason);
        return false;
    }

    boolean fail(OutboxLane lane, Item item, Reason reason) {
        transcripts.failed(item.conversation(), item.message(), reason).ifPresent(announcements::changed);
        stored.remove(lane, item);
        return true;
    }

    private void tell(Item item, MessageStatus status, Reason reason) {
        transcripts.pending(item.conversation(), item.message(), status, reason).ifPresent(announcements::changed);
    }
}
