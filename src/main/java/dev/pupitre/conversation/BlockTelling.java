package dev.pupitre.conversation;

import dev.pupitre.conversation.PendingBlocks.PendingBlock;
import dev.pupitre.conversation.StoredCustomer.AtFacebook;
import dev.pupitre.graph.GraphBlocks;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Hold;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells Facebook who is blocked as it stands at that moment, until Facebook has taken it or refused it.
 *
 * <p>What is to be told is noted before the block changes, so that a crash between the two is made up for; telling the
 * same again is harmless. The block here stands whatever Facebook says.
 */
@Component
class BlockTelling {
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final PendingBlocks pending;
    private final CustomerCards cards;
    private final GraphBlocks graph;
    private final Pages pages;
    private final OutboxProperties properties;
    private final Clock clock;
    private final Lanes lanes = new Lanes("facebook-blocks");

    BlockTelling(
            PendingBlocks pending,
            CustomerCards cards,
            GraphBlocks graph,
            Pages pages,
            OutboxProperties properties,
            Clock clock) {
        this.pending = pending;
        this.cards = cards;
        this.graph = graph;
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
    }

    /** Notes what is about to change; looked at by itself only where {@link #tell} never comes. */
    void prepare(PageId page, String customer) {
        pending.note(page, customer, LEASE);
    }

    /** The card says what Facebook is to know. */
    void tell(PageId page, String customer) {
        pending.note(page, customer, Duration.ZERO);
        submit(StoredCustomer.key(page.value(), customer));
    }

    /** Goes on with what a crash or a failure left. */
    @Scheduled(fixedDelayString = "${pupitre.conversation.sweep-interval:3s}")
    void goOn() {
        pending.leftBehind().forEach(left -> submit(left.id()));
    }

    private void submit(String id) {
        lanes.submit(id, () -> pending.lease(id, LEASE).ifPresent(this::tell));
    }

    private void tell(PendingBlock taken) {
        if (taken.isLast()) {
            letThrough(taken);
            return;
        }
        var known = cards.awaitingFacebook(taken.page(), taken.customer());
        while (known.isPresent()) {
            if (!told(taken, known.get())) {
                return;
            }
            // Whoever changed the block meanwhile may have been overtaken at Facebook by this call.
            known = cards.current(taken.page(), taken.customer()).filter(changedSince(known.get()));
        }
        pending.remove(taken);
    }

    /** Who was erased, and has no card that could say how it stands; where no Page is left, there is nobody to ask. */
    private void letThrough(PendingBlock taken) {
        var page = new PageId(taken.page());
        if (pages.held(page).isPresent()) {
            pending.putOff(taken, properties.heldRetry());
            return;
        }
        try {
            pages.find(page).map(Page::access).ifPresent(access -> graph.unblock(access, taken.customer()));
            pending.remove(taken);
        } catch (GraphFailure failure) {
            switch (failure.kind()) {
                case TOKEN, PAGE_RESTRICTED -> {
                    var cause = failure.kind() == GraphFailure.Kind.TOKEN ? Hold.Cause.TOKEN : Hold.Cause.RESTRICTED;
                    var _ = hold(taken, cause, failure);
                    pending.putOff(taken, properties.heldRetry());
                }
                case TRANSIENT, UNKNOWN_OUTCOME -> {
                    if (taken.attempts() < properties.maxAttempts()) {
                        pending.postpone(taken, properties.backoff(taken.attempts()));
                    } else {
                        pending.remove(taken);
                    }
                }
                case PERMISSION, WINDOW, RECIPIENT, ELSEWHERE, ANSWERED_BEFORE, ATTACHMENT_GONE, REJECTED ->
                    pending.remove(taken);
            }
        }
    }

    private static Predicate<StoredCustomer> changedSince(StoredCustomer told) {
        return now -> (now.block() == null) != (told.block() == null);
    }

    /** Returns false where it is to be tried again later. */
    private boolean told(PendingBlock taken, StoredCustomer customer) {
        var page = new PageId(customer.page());
        var access = pages.find(page).map(Page::access);
        if (access.isEmpty()) {
            return putOff(taken, customer, Reason.of(ReasonCode.PAGE_NOT_CONNECTED));
        }
        var held = pages.held(page);
        if (held.isPresent()) {
            return putOff(taken, customer, Reason.of(held.get()));
        }
        try {
            if (customer.block() == null) {
                graph.unblock(access.get(), customer.customer());
                cards.letThrough(customer);
            } else {
                graph.block(access.get(), customer.customer());
                settle(customer, AtFacebook.State.DONE, null);
            }
            return true;
        } catch (GraphFailure failure) {
            return failed(taken, customer, failure);
        }
    }

    private boolean failed(PendingBlock taken, StoredCustomer customer, GraphFailure failure) {
        return switch (failure.kind()) {
            case TOKEN -> putOff(taken, customer, hold(taken, Hold.Cause.TOKEN, failure));
            case PAGE_RESTRICTED -> putOff(taken, customer, hold(taken, Hold.Cause.RESTRICTED, failure));
            case TRANSIENT, UNKNOWN_OUTCOME ->
                taken.attempts() < properties.maxAttempts()
                        ? postpone(taken, properties.backoff(taken.attempts()))
                        : refused(customer, Reason.of(failure));
            case PERMISSION -> refused(customer, Reason.of(ReasonCode.BLOCK_NOT_PERMITTED));
            case WINDOW, RECIPIENT, ELSEWHERE, ANSWERED_BEFORE, ATTACHMENT_GONE, REJECTED ->
                refused(customer, Reason.of(failure));
        };
    }

    /** As where a message is refused for the same: nothing more is asked of the Page, and it is looked into. */
    private Reason hold(PendingBlock taken, Hold.Cause cause, GraphFailure failure) {
        var reason = Reason.of(failure);
        pages.hold(new PageId(taken.page()), cause, reason.text());
        return Reason.held(cause, reason.text());
    }

    private boolean refused(StoredCustomer customer, Reason reason) {
        settle(customer, AtFacebook.State.REFUSED, reason);
        return true;
    }

    /** Until somebody mends the Page: the card says why meanwhile. */
    private boolean putOff(PendingBlock taken, StoredCustomer customer, Reason reason) {
        if (customer.facebook() == null || !reason.equals(customer.facebook().reason())) {
            settle(customer, AtFacebook.State.PENDING, reason);
        }
        pending.putOff(taken, properties.heldRetry());
        return false;
    }

    private void settle(StoredCustomer told, AtFacebook.State state, @Nullable Reason reason) {
        var at = told.facebook() == null ? clock.instant() : told.facebook().at();
        cards.atFacebook(told, Update.update("facebook", new AtFacebook(state, at, reason)));
    }

    private boolean postpone(PendingBlock taken, Duration wait) {
        pending.postpone(taken, wait);
        return false;
    }
}
