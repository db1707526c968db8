package dev.pupitre.conversation;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.page.Hold;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a message is not sent, or not yet.
 *
 * @param code what screens find words for in the reader's language; null where a table gives none
 * @param text one plain sentence in English
 */
public record Reason(@Nullable String code, String text) {
    private static final String HELD = "HELD_";

    static Reason of(ReasonCode code) {
        return new Reason(code.name(), code.sentence());
    }

    static Reason of(GraphFailure failure) {
        return new Reason(failure.code(), String.valueOf(failure.getMessage()));
    }

    static Reason of(Hold hold) {
        return held(hold.cause(), hold.reason());
    }

    static Reason held(Hold.Cause cause, String text) {
        return new Reason(HELD + cause, text);
    }

    /** What an automatic message leaves in the transcript when it was not sent in this step of the process. */
    Happening notSent(String step) {
        return new Happening(
                Happening.Type.NOT_SENT,
                code == null
                        ? Map.of("step", step, "reason", text)
                        : Map.of("step", step, "reason", text, "code", code));
    }
}
