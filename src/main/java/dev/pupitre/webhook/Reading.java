package dev.pupitre.webhook;

import dev.pupitre.conversation.InboundEvent;

/** What one item of a webhook turned out to be. */
sealed interface Reading {
    /** Something conversations care about. */
    record Understood(InboundEvent event) implements Reading {}

    /** Something to count and forget. */
    record Ignored(IgnoredKind kind) implements Reading {}

    /** Something to count and keep. */
    record Unknown(InboundEvent.Unrecognised event) implements Reading {}

    static Reading malformed() {
        return new Ignored(IgnoredKind.MALFORMED);
    }
}
