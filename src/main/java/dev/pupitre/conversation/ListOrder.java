package dev.pupitre.conversation;

import org.springframework.data.domain.Sort;

/** By what a list of conversations can be sorted; equal ones stand newest first. */
enum ListOrder {
    ACTIVITY("lastActivityAt"),
    OPENED("openedAt"),
    QUEUED("queuedAt"),
    PRIORITY("priority"),
    CUSTOMER("customer.name"),
    CAMPAIGN("campaign"),
    AGENT("assignee.name"),
    STATE("state"),
    SCORE("score");

    /** As they are served; who waits again, or waited for the desk to open, is not at the end. */
    static final Sort AS_SERVED =
            Sort.by(Sort.Order.desc("priority"), Sort.Order.asc("openedAt"), Sort.Order.asc("conversationId"));

    static final Sort NEWEST_FIRST = Sort.by(Sort.Order.desc("lastActivityAt"), Sort.Order.asc("_id"));

    private final String field;

    ListOrder(String field) {
        this.field = field;
    }

    Sort sort(boolean descending) {
        var direction = descending ? Sort.Direction.DESC : Sort.Direction.ASC;
        return this == ACTIVITY
                ? Sort.by(direction, field).and(Sort.by("_id"))
                : Sort.by(direction, field).and(NEWEST_FIRST);
    }
}
