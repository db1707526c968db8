package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells what became of conversations. */
@Component
public class Summaries {
    private final LiveConversations live;
    private final Recordings recordings;

    Summaries(LiveConversations live, Recordings recordings) {
        this.live = live;
        this.recordings = recordings;
    }

    /** Empty when there is none with this id. */
    public Optional<Summary> find(ConversationId id) {
        return live.find(id).or(() -> recordings.find(id)).map(Continued::summary);
    }
}
