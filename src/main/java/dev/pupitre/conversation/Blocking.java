package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredCustomer.Act;
import dev.pupitre.conversation.StoredCustomer.AtFacebook;
import dev.pupitre.conversation.StoredCustomer.Block;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Blocks customers here, and lets them through again.
 *
 * <p>What a blocked customer writes is kept, but opens no conversation, asks no table and alarms nobody. Facebook
 * is told, too, and may refuse it: the block here stands all the same. Who did it and why is kept with the customer, so that it goes
 * with them.
 */
@Component
class Blocking {
    private static final int ACTS_KEPT = 50;

    private final CustomerCards cards;
    private final LiveConversations live;
    private final Resolutions resolutions;
    private final BlockLines lines;
    private final BlockTelling facebook;
    private final Clock clock;

    Blocking(
            CustomerCards cards,
            LiveConversations live,
            Resolutions resolutions,
            BlockLines lines,
            BlockTelling facebook,
            Clock clock) {
        this.cards = cards;
        this.live = live;
        this.resolutions = resolutions;
        this.lines = lines;
        this.facebook = facebook;
        this.clock = clock;
    }

    /** A conversation with the customer that the caller has is resolved; one that somebody else has stays with them. */
    CustomerCard block(Caller caller, PageId page, String customer, String reason) {
        var by = Author.agent(caller.id(), caller.displayName());
        var card = change(
                page,
                customer,
                Act.Kind.BLOCKED,
                by,
                reason,
                update -> update.set("block", new Block(by, clock.instant(), reason)));
        live.find("m:" + page + ":" + customer)
                .filter(conversation -> conversation.state() == ConversationState.ASSIGNED
                        && conversation.isAssignedTo(caller.getName()))
                .ifPresent(conversation -> resolve(caller, conversation.conversationId()));
        return card;
    }

    /** It may have gone into other hands just then, and stays there. */
    private void resolve(Caller caller, ConversationId id) {
        try {
            resolutions.resolve(caller, id, null);
        } catch (Conflict _) {
            // The block stands all the same.
        }
    }

    CustomerCard unblock(Caller caller, PageId page, String customer) {
        var by = Author.agent(caller.id(), caller.displayName());
        return change(page, customer, Act.Kind.UNBLOCKED, by, null, update -> update.unset("block"));
    }

    /** Facebook was not told of blocks by earlier versions. */
    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1H")
    void tellOfEarlierBlocks() {
        cards.untold().forEach(known -> again(known, new PageId(known.page()), known.id()));
    }

    /**
     * Where it is so already it only goes on with what was broken off: the line in the conversation, and telling Facebook
     * once more where it has refused, or was never told.
     */
    private CustomerCard change(
            PageId page,
            String customer,
            Act.Kind kind,
            Author by,
            @Nullable String reason,
            UnaryOperator<Update> change) {
        var blocks = kind == Act.Kind.BLOCKED;
        var known = cards.of(page, customer);
        if (blocks == (known.blocked() != null)) {
            line(known, page, customer, kind);
            return again(known, page, customer);
        }
        facebook.prepare(page, customer);
        var act = new Act(kind, by, clock.instant(), reason);
        var card = cards.change(
                page,
                customer,
                before -> blocks == (before.block() != null)
                        ? null
                        : change.apply(toTell().push("acts").slice(-ACTS_KEPT).each(act)));
        facebook.tell(page, customer);
        line(card, page, customer, kind);
        return card;
    }

    private void line(CustomerCard card, PageId page, String customer, Act.Kind kind) {
        if (!card.acts().isEmpty() && card.acts().getLast().kind() == kind) {
            lines.tell(page, customer, card.acts().getLast());
        }
    }

    private CustomerCard again(CustomerCard known, PageId page, String customer) {
        var told = known.facebook();
        if (told == null ? known.blocked() == null : told.state() != AtFacebook.State.REFUSED) {
            return known;
        }
        facebook.prepare(page, customer);
        var card = cards.change(page, customer, before -> isToBeToldAgain(before) ? toTell() : null);
        facebook.tell(page, customer);
        return card;
    }

    private static boolean isToBeToldAgain(StoredCustomer customer) {
        return customer.facebook() == null
                ? customer.block() != null
                : customer.facebook().state() == AtFacebook.State.REFUSED;
    }

    private Update toTell() {
        return Update.update("facebook", new AtFacebook(AtFacebook.State.PENDING, clock.instant(), null));
    }
}
