package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.UserId;
import java.util.Set;

/** A live event once written as JSON, as it waits for browsers and travels between nodes. */
record Change(String name, String json, Audience audience) {
    private static final String RESYNC = "resync";
    private static final String SESSION_ENDED = "session-ended";
    private static final String WATCHING = "watching";
    private static final Audience NOBODY = new Audience(Set.of(), Set.of());

    /** Tells every browser to load everything again. */
    static Change resync() {
        return new Change(RESYNC, "{}", NOBODY);
    }

    /** Shown to nobody; ends the connections that were opened in the session. */
    static Change sessionEnded(String session) {
        return new Change(SESSION_ENDED, session, NOBODY);
    }

    /** Shown to nobody; tells the nodes who looks at what. */
    static Change watching(String watch) {
        return new Change(WATCHING, watch, NOBODY);
    }

    boolean isWatching() {
        return name.equals(WATCHING);
    }

    /** The same for these users as well. */
    Change alsoFor(Set<UserId> more) {
        return more.isEmpty() ? this : new Change(name, json, audience.and(more));
    }

    boolean isFor(Caller caller) {
        return name.equals(RESYNC) || audience.includes(caller);
    }

    boolean endsSession() {
        return name.equals(SESSION_ENDED);
    }
}
