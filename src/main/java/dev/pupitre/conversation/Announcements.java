package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Tells the screens what has changed, each the part that its user may see. */
@Component
class Announcements {
    private static final Set<Role> EVERYONE = Set.of(Role.AGENT, Role.SUPERVISOR, Role.ADMIN);
    private static final Set<Role> OVERSEERS = Set.of(Role.SUPERVISOR, Role.ADMIN);

    /** A message that is new or whose status has changed. */
    record MessageChange(ConversationId conversationId, Message message) {}

    private final LiveFeed feed;

    Announcements(LiveFeed feed) {
        this.feed = feed;
    }

    /** Its state or assignee has changed: every agent's lists may be concerned. */
    void conversation(StoredConversation conversation) {
        publish(conversation, new Audience(Set.of(), EVERYONE));
    }

    /** What is known of it has changed, but neither its state nor who has it. */
    void facts(StoredConversation conversation) {
        publish(conversation, audienceOf(conversation));
    }

    /** A message came or went. */
    void message(StoredConversation conversation, MessageId message) {
        var audience = audienceOf(conversation);
        publish(conversation, audience);
        conversation.withId(message).ifPresent(view -> publish(conversation, view, audience));
    }

    /** Messages of it got a new status. */
    void changed(Transcripts.Changed change) {
        var audience = audienceOf(change.conversation());
        change.messages().forEach(message -> publish(change.conversation(), message, audience));
    }

    private void publish(StoredConversation conversation, Audience audience) {
        feed.publish(new LiveEvent("conversation", conversation.view(), audience));
    }

    private void publish(StoredConversation conversation, Message message, Audience audience) {
        feed.publish(new LiveEvent("message", new MessageChange(conversation.conversationId(), message), audience));
    }

    private static Audience audienceOf(StoredConversation conversation) {
        var assignee = conversation.assignee();
        return assignee == null
                ? new Audience(Set.of(), EVERYONE)
                : new Audience(
                        Set.of(new UserId(assignee.id())),
                        OVERSEERS,
                        conversation.conversationId().value());
    }
}
