package dev.pupitre.conversation;

import dev.pupitre.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** Who wrote a message. */
public record Author(
        Kind kind, @Nullable String id, @Nullable String name) {
    public enum Kind {
        CUSTOMER,
        AGENT,
        BOT,
        /** A text the rules asked for, such as the away message. */
        SYSTEM,
        /** A human in Meta's own inbox, or another app. */
        META_INBOX
    }

    static Author customer(Party customer) {
        return new Author(Kind.CUSTOMER, customer.id(), customer.name());
    }

    static Author agent(UserId id, String name) {
        return new Author(Kind.AGENT, id.value(), name);
    }

    static Author system() {
        return new Author(Kind.SYSTEM, null, null);
    }

    static Author bot() {
        return new Author(Kind.BOT, null, null);
    }

    static Author metaInbox() {
        return new Author(Kind.META_INBOX, null, null);
    }
}
