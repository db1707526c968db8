package dev.pupitre.live;

import dev.pupitre.kernel.Caller;
import java.util.Set;

/** A live event once written as JSON, as it waits for browsers and travels between nodes. */
record Change(String name, String json, Audience audience) {
    private static final String RESYNC = "resync";
    private static final String SESSION_ENDED = "session-ended";
    private static final Audience NOBODY = new Audience(Set.of(), Set.of());

    /** Tells every browser to load everything again. */
    static Change resync() {
        return new Change(RESYNC, "{}", NOBODY);
    }

    /** Shown to nobody; ends the connections that were opened in the session. */
    static Change sessionEnded(String session) {
        return new Change(SESSION_ENDED, session, NOBODY);
    }

    boolean isFor(Caller caller) {
        return name.equals(RESYNC) || audience.includes(caller);
    }

    boolean endsSession() {
        return name.equals(SESSION_ENDED);
    }
}
