package dev.pupitre.conversation;

import java.util.List;
import org.springframework.stereotype.Component;

/** Where Meta's events are made durable before they are acknowledged. */
@Component
public class Inbox {
    /**
     * Stores the events of one webhook call; one that was stored before is left out. When this returns, nothing of
     * them can be lost any more.
     *
     * @throws org.springframework.dao.DataAccessException when the store does not take them: Meta has to send again
     */
    public void accept(List<InboundEvent> events) {}
}
