package dev.pupitre.page;

import dev.pupitre.kernel.PageId;

/** How much waits to be sent for a Page; told by the room that sends. */
public interface PageQueues {
    long queued(PageId page);
}
