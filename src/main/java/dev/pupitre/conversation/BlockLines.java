package dev.pupitre.conversation;

import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a customer's open conversation, if there is one, who blocked or unblocked them. */
@Component
class BlockLines {
    private final OpenTranscripts open;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    BlockLines(OpenTranscripts open, Announcements announcements, Ids ids, Clock clock) {
        this.open = open;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    void tell(PageId page, String customer, Author by, Happening.Type type, @Nullable String reason) {
        var name = by.name() == null ? "" : by.name();
        var values = reason == null ? Map.of("by", name) : Map.of("by", name, "reason", reason);
        var line = StoredMessage.line(
                ids.newMessage(), UUID.randomUUID().toString(), new Happening(type, values), clock.instant());
        open.note("m:" + page + ":" + customer, line, clock.instant())
                .ifPresent(conversation -> announcements.message(conversation, line.id()));
    }
}
