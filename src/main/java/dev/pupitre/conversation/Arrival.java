package dev.pupitre.conversation;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something of a customer that goes into the thread's open conversation, or opens one.
 *
 * @param kind what it is to the table {@code listening}
 * @param customer by a placeholder name where Meta does not tell the name
 * @param message as it goes into the transcript
 * @param window what it opens
 * @param standby another application answers: it opens no conversation
 */
record Arrival(
        String thread,
        PageId page,
        String kind,
        Party customer,
        boolean named,
        StoredMessage message,
        Origin origin,
        Window window,
        boolean standby) {

    private static final int NUMBER_SHOWN = 4;

    /** Somebody whose name is not known yet. */
    static Party stranger(String id) {
        return new Party(id, "Customer " + id.substring(Math.max(0, id.length() - NUMBER_SHOWN)));
    }

    /** What the transcript says of a link or an ad. */
    static Happening referred(Referral referral) {
        var values = new TreeMap<String, String>();
        put(values, "source", referral.source());
        put(values, "ref", referral.ref());
        put(values, "ad", referral.ad());
        put(values, "title", referral.adTitle());
        return new Happening(Happening.Type.REFERRED, values);
    }

    /** The key of the line that goes with an event. */
    static String lineKey(String event) {
        return "line:" + event;
    }

    Instant at() {
        return message.at();
    }

    private static void put(Map<String, String> values, String name, @Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
