package dev.pupitre.supervision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An alert as those who lead, and their webhooks, are told of it. */
record AlertView(
        String id,
        Alert.Kind kind,
        String subject,
        String name,
        long value,
        long limit,
        @Nullable String detail,
        Instant raisedAt,
        @Nullable Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt) {
    static AlertView of(Alert alert) {
        return new AlertView(
                alert.id(),
                alert.kind(),
                alert.subject(),
                alert.name(),
                alert.value(),
                alert.limit(),
                alert.detail(),
                alert.raisedAt(),
                alert.changedAt(),
                alert.resolvedAt(),
                alert.acknowledgedBy(),
                alert.acknowledgedAt());
    }
}
