package dev.pupitre.supervision;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * Something those who lead should look at, raised once over all nodes; it is over when what it is about is.
 *
 * @param id its kind and subject while it lasts, so that there is one of it; another when it is over
 * @param subject of what campaign, team or Page, by id; empty for the whole desk
 * @param value what was found, and {@code limit} what it should not pass; seconds, percent or a number by kind
 * @param changedAt when it came to be about something else than before; null while it is about what it was raised for
 * @param told whether all webhooks have it, as it is now, in their queue
 */
record Alert(
        @Id String id,
        Kind kind,
        String subject,
        String name,
        long value,
        long limit,
        @Nullable String detail,
        Instant raisedAt,
        @Nullable Instant changedAt,
        @Nullable Instant resolvedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        Boolean told) {

    /** What an alert is about. */
    enum Kind {
        /** So many wait in a campaign. */
        WAITING,
        /** Somebody has waited so many seconds in a campaign. */
        LONGEST_WAIT,
        /** Today's share of answers in time, in percent. */
        SERVICE_LEVEL,
        /** Nothing is sent for a Page. */
        PAGE_HELD,
        /** A Page's token is dead. */
        PAGE_TOKEN_INVALID,
        /** A Page's token, or the leave to use its data, ends soon. */
        PAGE_TOKEN_EXPIRING,
        /** Not everything may be done for a Page any more. */
        PAGE_PERMISSION_MISSING,
        /** Meta does not tell of all that happens to a Page. */
        PAGE_FIELDS_MISSING,
        /** Meta could not be asked about a Page. */
        PAGE_UNREACHABLE,
        /** So many messages wait to be sent for a Page. */
        BACKLOG,
        /** What Meta told of has waited so many seconds to be put into conversations. */
        INBOUND_BACKLOG,
        /** So many conversations do not move. */
        STUCK
    }

    static Alert of(
            Kind kind, String subject, String name, long value, long limit, @Nullable String detail, Instant now) {
        return new Alert(
                kind + ":" + subject, kind, subject, name, value, limit, detail, now, null, null, null, null, false);
    }

    /**
     * Whether this, found now, tells something else than what was told of the same: another number does not, nor does
     * another reason why Meta cannot be asked.
     */
    boolean isNewsAfter(Alert before) {
        return kind != Kind.PAGE_UNREACHABLE && (limit != before.limit || !Objects.equals(detail, before.detail));
    }

    /** As it is kept when it is over. */
    Alert over(Instant now) {
        return new Alert(
                id + ":" + raisedAt.toEpochMilli(),
                kind,
                subject,
                name,
                value,
                limit,
                detail,
                raisedAt,
                changedAt,
                now,
                acknowledgedBy,
                acknowledgedAt,
                told);
    }
}
