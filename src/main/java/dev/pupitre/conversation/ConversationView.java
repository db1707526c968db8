package dev.pupitre.conversation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stored conversation as the API shows it. */
final class ConversationView {
    private ConversationView() {}

    static Conversation of(StoredConversation stored) {
        var origin = stored.origin();
        var service = stored.service();
        return new Conversation(
                stored.conversationId(),
                stored.state(),
                origin.channel(),
                stored.page(),
                customer(stored),
                origin.post(),
                origin.referral(),
                stored.campaign(),
                stored.assignee(),
                stored.priority(),
                stored.openedAt(),
                stored.queuedAt(),
                stored.assignedAt(),
                service.firstResponseAt(),
                stored.closedAt(),
                stored.course().opensAt(),
                service.firstResponseDueAt(),
                service.nextResponseDueAt(),
                service.lostAt(),
                stored.lastActivityAt(),
                lastMessage(stored),
                stored.windowClosesAt(),
                service.elsewhere(),
                Duration.ofMillis(service.stoppedMillis()),
                service.botPaused(),
                stored.unanswered(),
                unansweredSince(stored),
                stored.moved() + stored.messages().size(),
                stored.said(),
                stored.tags(),
                stored.score(),
                origin.continues(),
                Stretches.times(stored),
                service.automation().times(),
                stored.version());
    }

    private static Conversation.Customer customer(StoredConversation stored) {
        var customer = stored.customer();
        var profile = stored.profile();
        return profile == null
                ? new Conversation.Customer(customer.id(), customer.name(), null, null)
                : new Conversation.Customer(
                        customer.id(),
                        customer.name(),
                        profile.picture() == null ? null : "/api/v1/attachments/" + profile.picture(),
                        profile.locale());
    }

    /** Of a very long one the first of them may be moved away: it came before all that are here. */
    private static @Nullable Instant unansweredSince(StoredConversation stored) {
        return stored.messages().reversed().stream()
                .filter(StoredMessage::isOfCustomer)
                .limit(stored.unanswered())
                .reduce((later, earlier) -> earlier)
                .map(StoredMessage::at)
                .orElse(null);
    }

    private static Conversation.@Nullable LastMessage lastMessage(StoredConversation stored) {
        return stored.messages().reversed().stream()
                .filter(message -> message.extras().happening() == null && !message.isNote())
                .findFirst()
                .map(last -> new Conversation.LastMessage(
                        last.direction(),
                        last.author(),
                        last.text(),
                        last.extras().attachments().stream()
                                .map(StoredAttachment::type)
                                .findFirst()
                                .orElse(null),
                        last.at()))
                .orElse(null);
    }
}
