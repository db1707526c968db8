package dev.pupitre.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is different about a conversation with which an agent went on: it does not begin with a customer's message. */
final class Continued {
    private Continued() {}

    /** Gone on with by a slip: nothing was said that a customer could judge, or a report count. */
    static boolean isVain(StoredConversation over) {
        return isContinued(over)
                && over.moved() == 0
                && over.messages().stream()
                        .allMatch(
                                message -> message.isNote() || message.extras().happening() != null);
    }

    static Summary summary(StoredConversation found) {
        return new Summary(
                found.view(), found.service().automation(), found.course().decisions(), isVain(found), askedAt(found));
    }

    /** Of a long one the first messages are elsewhere, and of an erased one nowhere. */
    private static @Nullable Instant askedAt(StoredConversation found) {
        if (!isContinued(found)) {
            return found.openedAt();
        }
        return found.moved() > 0
                ? null
                : found.messages().stream()
                        .filter(StoredMessage::isOfCustomer)
                        .map(StoredMessage::at)
                        .findFirst()
                        .orElse(null);
    }

    private static boolean isContinued(StoredConversation found) {
        return found.origin().continues() != null;
    }
}
