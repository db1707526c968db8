package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Warns an agent who has had a conversation for longer than its campaign's chat time: a line of the transcript. */
@Component
class WarnChatTimeWorker implements TaskWorker<WarnChatTimeWorker.Input, @Nullable Void> {
    record Input(ConversationId conversationId, String chatTime) {}

    private final LiveConversations live;
    private final OutgoingMessages outgoing;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    WarnChatTimeWorker(
            LiveConversations live, OutgoingMessages outgoing, Announcements announcements, Ids ids, Clock clock) {
        this.live = live;
        this.outgoing = outgoing;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public String taskType() {
        return "warn-chat-time";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    /** Once for each agent who has it. */
    @Override
    public @Nullable Void handle(Input input) {
        var now = clock.instant();
        live.find(input.conversationId())
                .filter(conversation -> conversation.state() == ConversationState.ASSIGNED)
                .ifPresent(conversation -> {
                    var minutes = Duration.parse(input.chatTime()).toMinutes();
                    var line = StoredMessage.line(
                            ids.newMessage(),
                            input.conversationId() + ":chat-time:" + conversation.assignedAt(),
                            new Happening(Happening.Type.CHAT_TIME_OVER, Map.of("minutes", String.valueOf(minutes))),
                            now);
                    outgoing.note(input.conversationId(), line, now)
                            .ifPresent(changed -> announcements.message(changed, line.id()));
                });
        return null;
    }
}
