package dev.pupitre.webhook;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what Meta's calls came to; the values of the tags are a closed list, whatever is sent. */
@Component
class WebhookMeters {
    /** Why a call was not taken. */
    enum Refusal {
        VERIFICATION,
        UNSIGNED,
        WRONG_SIGNATURE,
        TOO_LARGE,
        BROKEN_OFF,
        STORE_DOWN
    }

    private final Counter accepted;
    private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
    private final Map<IgnoredKind, Counter> ignored = new EnumMap<>(IgnoredKind.class);

    WebhookMeters(MeterRegistry meters) {
        this.accepted = Counter.builder("pupitre.webhook.events")
                .description("Events of Meta's webhooks that were understood and stored")
                .register(meters);
        for (var reason : Refusal.values()) {
            refused.put(
                    reason,
                    Counter.builder("pupitre.webhook.refused")
                            .description("Calls of the webhook that were not taken")
                            .tag("reason", label(reason))
                            .register(meters));
        }
        for (var kind : IgnoredKind.values()) {
            ignored.put(
                    kind,
                    Counter.builder("pupitre.webhook.ignored")
                            .description("Parts of Meta's webhooks that Pupitre does nothing with")
                            .tag("kind", label(kind))
                            .register(meters));
        }
    }

    void accepted(int events) {
        accepted.increment(events);
    }

    void refused(Refusal reason) {
        counter(refused, reason).increment();
    }

    void ignored(IgnoredKind kind) {
        counter(ignored, kind).increment();
    }

    private static <K extends Enum<K>> Counter counter(Map<K, Counter> counters, K key) {
        return requireNonNull(counters.get(key));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
