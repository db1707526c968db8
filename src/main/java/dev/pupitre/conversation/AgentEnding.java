package dev.pupitre.conversation;

import static java.util.Objects.requireNonNullElse;

import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.mongodb.core.query.Update;

/**
 * How an AI agent's turn ends, as one update of the conversation as it was found.
 *
 * @param messages what it says
 * @param lines what the desk is told
 */
record AgentEnding(
        StoredConversation conversation,
        MessageId heard,
        Outcome outcome,
        List<StoredMessage> messages,
        List<StoredMessage> lines) {
    List<StoredMessage> added() {
        return Stream.concat(messages.stream(), lines.stream()).toList();
    }

    /**
     * Adds it all at once. Then the process hears of the customer's next message, unless that is there already; or the
     * conversation is over, so that the next message opens another.
     */
    Update update(Instant now) {
        var turns = conversation.service().automation().turns();
        var update = new Update()
                .set("lastActivityAt", now)
                .set("service.automation.heard", heard)
                .set("service.automation.outcome", outcome)
                .set("service.automation.turns", messages.isEmpty() ? turns : turns + 1);
        if (!added().isEmpty()) {
            update.push("messages").each(added().toArray());
        }
        if (!messages.isEmpty()) {
            update.set("service.automation.announced", true)
                    .min("service.automation.firstAnswerAt", now)
                    .set("service.automation.times", times(now))
                    .push("due")
                    .each(messages.stream()
                            .map(message -> new Due(Due.Kind.SEND, message.id().value(), now))
                            .toArray());
        }
        if (outcome != Outcome.HAND_OFF) {
            var since = conversation.writtenAfter(heard);
            update.set("unanswered", since).set("course.awaited", since == 0 && outcome == Outcome.ANSWERED);
        }
        if (outcome == Outcome.DONE) {
            update.set("state", ConversationState.CLOSED).set("closedAt", now);
        }
        return update;
    }

    private AssistantTimes times(Instant now) {
        var automation = conversation.service().automation();
        var times = requireNonNullElse(automation.times(), AssistantTimes.NONE);
        var since = since();
        var waited = since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
        return automation.firstAnswerAt() == null ? times.withFirst(waited) : times.withLater(waited);
    }

    /** Since when the customer waits for it: what was written while others had the conversation waited for these. */
    private Instant since() {
        var written = AgentTurn.of(conversation).unheard().stream()
                .map(Message::at)
                .findFirst()
                .orElse(conversation.openedAt());
        var stretches = conversation.stretches().list();
        return stretches.isEmpty() || written.isAfter(stretches.getLast().from())
                ? written
                : stretches.getLast().from();
    }
}
