package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredCustomer.Act;
import dev.pupitre.conversation.StoredCustomer.Block;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Blocks customers here, and lets them through again.
 *
 * <p>What a blocked customer writes is kept, but opens no conversation, asks no table and alarms nobody. Facebook is not
 * told: there the customer can still write to the Page. Who did it and why is kept with the customer, so that it goes
 * with them.
 */
@Component
class Blocking {
    private static final int ACTS_KEPT = 50;

    private final CustomerCards cards;
    private final LiveConversations live;
    private final OpenTranscripts open;
    private final Resolutions resolutions;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Blocking(
            CustomerCards cards,
            LiveConversations live,
            OpenTranscripts open,
            Resolutions resolutions,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.cards = cards;
        this.live = live;
        this.open = open;
        this.resolutions = resolutions;
        this.announcements = announcements;
        this.ids = ids;
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

    /** Does nothing where it is so already. */
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
            return known;
        }
        var act = new Act(kind, by, clock.instant(), reason);
        var card = cards.change(
                page,
                customer,
                before -> blocks == (before.block() != null)
                        ? null
                        : change.apply(
                                new Update().push("acts").slice(-ACTS_KEPT).each(act)));
        tell(page, customer, by, blocks ? Happening.Type.BLOCKED : Happening.Type.UNBLOCKED, reason);
        return card;
    }

    /** In the conversation that is open, if there is one. */
    private void tell(PageId page, String customer, Author by, Happening.Type type, @Nullable String reason) {
        var name = by.name() == null ? "" : by.name();
        var values = reason == null ? Map.of("by", name) : Map.of("by", name, "reason", reason);
        var line = StoredMessage.line(
                ids.newMessage(), UUID.randomUUID().toString(), new Happening(type, values), clock.instant());
        open.note("m:" + page + ":" + customer, line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
