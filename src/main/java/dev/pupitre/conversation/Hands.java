package dev.pupitre.conversation;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives conversations into an agent's hands and out of them, and tells the desks and the process. */
@Component
class Hands {
    private final LiveConversations live;
    private final LiveHands hands;
    private final Signals signals;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Hands(LiveConversations live, LiveHands hands, Signals signals, Announcements announcements, Ids ids, Clock clock) {
        this.live = live;
        this.hands = hands;
        this.signals = signals;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    Optional<Conversation> deal(ConversationId id, Instant queuedAt, UserId agent, String name) {
        return given(hands.deal(id, queuedAt, new Party(agent.value(), name), newRef(), clock.instant()));
    }

    Optional<Conversation> assign(ConversationId id, UserId agent, String name) {
        return given(hands.assign(id, new Party(agent.value(), name), newRef(), clock.instant()));
    }

    Optional<Conversation> takeOver(ConversationId id, UserId from, UserId agent, String name) {
        var line = line(HandingOn.takenOver(name, holder(id)));
        return told(line, hands.takeOver(id, from, new Party(agent.value(), name), line, newRef(), clock.instant()));
    }

    Optional<Conversation> release(ConversationId id, Target target, @Nullable Author by, @Nullable String note) {
        var line = line(HandingOn.by(by, note, target, null));
        return told(line, hands.release(id, target, line, clock.instant()));
    }

    Optional<Conversation> release(
            ConversationId id, UserId from, Target target, @Nullable Author by, @Nullable String note) {
        var line = line(HandingOn.by(by, note, target, holder(id)));
        return told(line, hands.release(id, from, target, line, clock.instant()));
    }

    Optional<Conversation> giveBack(ConversationId id, UserId from, Target target, HandingOn.Why why) {
        var line = line(HandingOn.because(why, target, holder(id)));
        return told(line, hands.release(id, from, target, line, clock.instant()));
    }

    private StoredMessage line(Happening happening) {
        return StoredMessage.line(ids.newMessage(), newRef(), happening, clock.instant());
    }

    private static String newRef() {
        return UUID.randomUUID().toString();
    }

    /** The name of the agent who has it. */
    private @Nullable String holder(ConversationId id) {
        return live.find(id).map(StoredConversation::assignee).map(Party::name).orElse(null);
    }

    /** The transcript says who has it now, to those who have it open, too. */
    private Optional<Conversation> told(StoredMessage line, Optional<StoredConversation> changed) {
        changed.ifPresent(conversation -> announcements.message(conversation, line.id()));
        return given(changed);
    }

    private Optional<Conversation> given(Optional<StoredConversation> changed) {
        changed.ifPresent(conversation -> {
            announcements.conversation(conversation);
            signals.handOn(conversation);
        });
        return changed.map(StoredConversation::view);
    }
}
