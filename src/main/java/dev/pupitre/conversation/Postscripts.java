package dev.pupitre.conversation;

import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What is still said when a conversation is over: it stays with the conversation's recording, and opens no other.
 *
 * <p>Every step is done once, however often it is repeated.
 */
@Component
public class Postscripts {
    /** Why a message failed that may have arrived all the same. */
    private static final Set<String> DOUBTFUL =
            Set.of(ReasonCode.NEVER_CONFIRMED.name(), ReasonCode.UNCONFIRMED_TOO_LATE.name());

    private final Recordings recordings;
    private final KnownThreads knownThreads;
    private final MessagingRules rules;
    private final OutboxLanes lanes;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    Postscripts(
            Recordings recordings,
            KnownThreads knownThreads,
            MessagingRules rules,
            OutboxLanes lanes,
            Outbox outbox,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.rules = rules;
        this.lanes = lanes;
        this.outbox = outbox;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** The conversation, if it is over. */
    public Optional<Conversation> find(ConversationId id) {
        return recordings.find(id).map(StoredConversation::view);
    }

    /** Why a text may not be sent to the customer now; empty when it may. */
    public Optional<Reason> refusal(ConversationId id, String text) {
        return recordings
                .find(id)
                .map(over -> rules.verdict(over, question(id, "", text, List.of())))
                .filter(verdict -> !verdict.allowed())
                .map(Verdict::why);
    }

    /**
     * Sends a text, with quick replies, in the Page's name.
     *
     * @param text at most 2000 characters
     */
    public void send(ConversationId id, String step, String text, List<QuickReply> quickReplies) {
        var message = question(id, step, text, quickReplies);
        var asked = recordings.append(id, message);
        asked.ifPresent(conversation -> announcements.message(conversation, message.id()));
        asked.or(() -> recordings.find(id)).ifPresent(conversation -> send(conversation, message.key()));
    }

    private StoredMessage question(ConversationId id, String step, String text, List<QuickReply> quickReplies) {
        var sending = new Sending(Via.MESSENGER, null, null, quickReplies, null);
        return StoredMessage.queued(
                ids.newMessage(), key(id, step), Author.system(), text, clock.instant(), Extras.sending(sending));
    }

    private void send(StoredConversation conversation, String key) {
        conversation.messages().stream()
                .filter(message -> message.key().equals(key) && message.status().isUnsettled())
                .forEach(message ->
                        lanes.add(conversation, new OutboxLane.Item(message.id(), conversation.conversationId())));
        outbox.drain(conversation.thread());
    }

    /** Whether the text of this step was given up, and the customer cannot have read it. */
    public boolean isRefused(ConversationId id, String step) {
        return recordings.find(id).stream()
                .flatMap(over -> over.messages().stream())
                .anyMatch(message -> message.key().equals(key(id, step))
                        && message.status() == MessageStatus.FAILED
                        && !DOUBTFUL.contains(String.valueOf(message.reasonCode())));
    }

    /** Leaves a line that says why an automatic message was not sent. */
    public void notSent(ConversationId id, String step, Reason reason) {
        append(id, StoredMessage.line(ids.newMessage(), key(id, step), reason.notSent(step), clock.instant()));
    }

    /** Shows the customer's answer with the conversation that asked; the answer opens the messaging window again. */
    public void answered(ConversationId id, Afterwards.Answer answer) {
        recordings.find(id).ifPresent(over -> {
            knownThreads.touch(answer.thread(), answer.customer(), Window.ofMessage(answer.at()));
            append(
                    id,
                    StoredMessage.received(
                            ids.newMessage(),
                            answer.mid(),
                            Author.customer(over.customer()),
                            answer.text(),
                            answer.at(),
                            Extras.NONE));
        });
    }

    /** Keeps what the customer gave it, by which its recording is found. */
    public void rated(ConversationId id, int score) {
        recordings.rated(id, score);
    }

    private void append(ConversationId id, StoredMessage message) {
        recordings.append(id, message).ifPresent(conversation -> announcements.message(conversation, message.id()));
    }

    private static String key(ConversationId id, String step) {
        return id + ":" + step;
    }
}
