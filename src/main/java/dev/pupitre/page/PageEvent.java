package dev.pupitre.page;

import dev.pupitre.kernel.PageId;

/** What happened to a Page; each node tells its own rooms, of what other nodes did, too. */
public sealed interface PageEvent {
    PageId page();

    /** Nothing may be sent for it until it is mended. */
    record Held(PageId page, String reason) implements PageEvent {}

    /** What waited for it may go out: it was connected, or what held it is over. */
    record Mended(PageId page) implements PageEvent {}

    /** Pupitre answers for it no longer. */
    record Disconnected(PageId page) implements PageEvent {}
}
