package dev.pupitre.conversation;

import dev.pupitre.conversation.OutboxLane.Item;
import dev.pupitre.conversation.Transcripts.Found;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries to send the first message of a lane. Every answer is whether the thread's next may follow. */
@Component
class Delivery {
    private final OutboxLanes stored;
    private final Transcripts transcripts;
    private final Comments comments;
    private final Announcements announcements;
    private final MessagingRules rules;
    private final Dispatch dispatch;
    private final Setbacks setbacks;
    private final Pages pages;
    private final PagePace pace;
    private final Clock clock;

    Delivery(
            OutboxLanes stored,
            Transcripts transcripts,
            Comments comments,
            Announcements announcements,
            MessagingRules rules,
            Dispatch dispatch,
            Setbacks setbacks,
            Pages pages,
            PagePace pace,
            Clock clock) {
        this.stored = stored;
        this.transcripts = transcripts;
        this.comments = comments;
        this.announcements = announcements;
        this.rules = rules;
        this.dispatch = dispatch;
        this.setbacks = setbacks;
        this.pages = pages;
        this.pace = pace;
        this.clock = clock;
    }

    boolean deliver(OutboxLane lane, Item item, Found found) {
        var page = pages.find(lane.page());
        if (page.isEmpty()) {
            return setbacks.hold(lane, item, Reason.of(ReasonCode.PAGE_NOT_CONNECTED_WAITS));
        }
        var held = pages.held(lane.page());
        if (held.isPresent()) {
            return setbacks.hold(lane, item, Reason.of(held.get()));
        }
        var before = lane.isTrying(item) ? lane.attempt() : null;
        MessagingRules.Asked asked;
        Dispatch.Ready ready;
        try {
            if (before != null) {
                var sent =
                        dispatch.findSent(page.get().access(), found.conversation(), found.message(), before.since());
                if (sent.isPresent()) {
                    return sent(lane, item, found, sent.get(), before.at(), null);
                }
            }
            asked = rules.ask(found.conversation(), found.message());
            var verdict = asked.verdict();
            if (!verdict.allowed()) {
                return setbacks.fail(lane, item, refusal(verdict, before != null));
            }
            ready = dispatch.prepare(page.get().access(), found.conversation(), found.message(), verdict);
        } catch (GraphFailure failure) {
            return setbacks.unprepared(lane, item, failure);
        }
        pace.await(lane.page(), ready.isHeavy());
        return stored.attempting(lane, item)
                && send(lane, item, found, page.get(), new Cleared(ready, asked.decision()), before != null);
    }

    private static Reason refusal(Verdict verdict, boolean doubtful) {
        var refused = verdict.why();
        var tooLate = ReasonCode.UNCONFIRMED_TOO_LATE;
        return doubtful ? new Reason(tooLate.name(), tooLate.sentence() + ": " + refused.text()) : refused;
    }

    /** A message that may be sent, and why. */
    private record Cleared(Dispatch.Ready ready, @Nullable Decision why) {}

    private boolean send(OutboxLane lane, Item item, Found found, Page page, Cleared cleared, boolean doubtful) {
        var begun = clock.instant();
        try {
            var mid = dispatch.send(cleared.ready());
            pages.sent(page.id(), begun);
            return sent(lane, item, found, mid, begun, cleared.why());
        } catch (GraphFailure failure) {
            if (failure.kind() == Kind.ANSWERED_BEFORE) {
                comments.answeredPrivately(found).ifPresent(announcements::changed);
                // Meta takes one private answer for each comment: after a doubtful attempt it was ours.
                return doubtful
                        ? sent(lane, item, found, null, begun, cleared.why())
                        : setbacks.unsent(lane, item, failure);
            }
            return setbacks.unsent(lane, item, failure);
        }
    }

    private boolean sent(
            OutboxLane lane, Item item, Found found, @Nullable String mid, Instant begun, @Nullable Decision why) {
        transcripts
                .sent(item.conversation(), item.message(), mid, begun, rules.sent(found.conversation(), why))
                .ifPresent(announcements::changed);
        comments.answeredPrivately(found).ifPresent(announcements::changed);
        stored.remove(lane, item);
        return true;
    }
}
