package dev.pupitre.privacy;

import dev.pupitre.conversation.Erasure.Erased;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts what was asked for and what was erased; the values of the tags are closed lists. */
@Component
class PrivacyMeters {
    /** Meta's two calls. */
    enum Call {
        DATA_DELETION,
        DEAUTHORISE
    }

    /** Why something was erased. */
    enum Cause {
        PERSON,
        RETENTION
    }

    private final MeterRegistry meters;

    PrivacyMeters(MeterRegistry meters) {
        this.meters = meters;
        for (var call : Call.values()) {
            answered(call, "taken", 0);
            for (var reason : RefusedRequest.Reason.values()) {
                answered(call, label(reason), 0);
            }
        }
        for (var cause : Cause.values()) {
            erased(cause, Erased.NOTHING);
        }
    }

    void taken(Call call) {
        answered(call, "taken", 1);
    }

    void refused(Call call, RefusedRequest refusal) {
        answered(call, label(refusal.reason()), 1);
    }

    void erased(Cause cause, Erased erased) {
        erased(cause, "conversations", erased.conversations());
        erased(cause, "messages", erased.messages());
        erased(cause, "files", erased.files().size());
    }

    private void answered(Call call, String outcome, int more) {
        meters.counter("pupitre.privacy.calls", "call", label(call), "outcome", outcome)
                .increment(more);
    }

    private void erased(Cause cause, String what, int more) {
        meters.counter("pupitre.privacy.erased", "cause", label(cause), "what", what)
                .increment(more);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
