package dev.pupitre.conversation;

import dev.pupitre.conversation.CustomerCard.Act;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in a customer's open conversation, if there is one, who blocked or unblocked them; each act once. */
@Component
class BlockLines {
    private final LiveConversations live;
    private final OpenTranscripts open;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    BlockLines(LiveConversations live, OpenTranscripts open, Announcements announcements, Ids ids, Clock clock) {
        this.live = live;
        this.open = open;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** What was opened since has nothing to do with it. */
    void tell(PageId page, String customer, Act act) {
        var thread = "m:" + page + ":" + customer;
        if (live.find(thread)
                .filter(found -> !found.openedAt().isAfter(act.at()))
                .isEmpty()) {
            return;
        }
        var name = act.by().name() == null ? "" : act.by().name();
        var values = act.reason() == null ? Map.of("by", name) : Map.of("by", name, "reason", act.reason());
        var line = StoredMessage.line(
                ids.newMessage(),
                act.kind() + ":" + customer + ":" + act.at().toEpochMilli(),
                new Happening(Happening.Type.valueOf(act.kind().name()), values),
                act.at());
        open.note(thread, line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
