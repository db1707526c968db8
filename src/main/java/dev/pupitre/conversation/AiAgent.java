package dev.pupitre.conversation;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.conversation.AgentTurn.Conclusion;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.conversation.StoredMessage.Extras;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * An AI agent's part in conversations: it speaks only while no human does, and once to each message.
 *
 * <p>Whether it still may is looked at in the update that stores what it says: what a human, here or in Meta's own
 * inbox, has taken over while it was thinking is not answered any more.
 */
@Component
public class AiAgent {
    private static final String STEP = "assistant";
    private static final String SPENT = "service.automation.spent";

    private final LiveConversations live;
    private final MessagingRules rules;
    private final Ways ways;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Ids ids;
    private final Clock clock;

    AiAgent(
            LiveConversations live,
            MessagingRules rules,
            Ways ways,
            Outbox outbox,
            Announcements announcements,
            Ids ids,
            Clock clock) {
        this.live = live;
        this.rules = rules;
        this.ways = ways;
        this.outbox = outbox;
        this.announcements = announcements;
        this.ids = ids;
        this.clock = clock;
    }

    /** What there is to answer; empty when the conversation is over. */
    public Optional<AgentTurn> turn(ConversationId id) {
        return open(id).map(AgentTurn::of);
    }

    /** Whether an answer could be sent: where none could, none is to be paid for. */
    public boolean maySpeak(ConversationId id) {
        return open(id).filter(
                        conversation -> ways.of(conversation).isPresent() && rules.mayAnswerByItself(conversation))
                .isPresent();
    }

    /** Allows its model to cost so much more, in millionths, before it does; false when that may be beyond the limit. */
    public boolean reserve(ConversationId id, long cost, long limit) {
        return cost <= limit
                && live.change(
                                LiveConversations.isOpen(id).and(SPENT).not().gt(limit - cost),
                                new Update().inc(SPENT, cost))
                        .isPresent();
    }

    /** The model has cost less than was reserved, by so many millionths. */
    public void giveBack(ConversationId id, long cost) {
        live.change(LiveConversations.isOpen(id), new Update().inc(SPENT, -cost));
    }

    /** Has its process told of the customer's next message; false when there is one that nobody has dealt with. */
    public boolean awaitCustomer(ConversationId id) {
        while (true) {
            var found = open(id);
            if (found.isEmpty()
                    || !AgentTurn.isOurs(found.get())
                    || found.get().course().awaited()) {
                return true;
            }
            if (!AgentTurn.of(found.get()).unheard().isEmpty()) {
                return false;
            }
            if (live.change(unchanged(found.get()), new Update().set("course.awaited", true))
                    .isPresent()) {
                return true;
            }
        }
    }

    /**
     * Ends a turn, and says how: as wanted, or handed over where a human is at it or nothing may be sent.
     *
     * @return empty when another end of it came first: there is another turn to take, or none
     */
    public Optional<Outcome> conclude(ConversationId id, Conclusion conclusion) {
        while (true) {
            var found = open(id);
            if (found.isEmpty()) {
                return Optional.of(Outcome.DONE);
            }
            if (!Objects.equals(found.get().service().automation().heard(), conclusion.since())) {
                return Optional.empty();
            }
            var ending = ending(found.get(), conclusion);
            var changed = live.change(unchanged(found.get()), ending.update(clock.instant()));
            if (changed.isPresent()) {
                ending.added().forEach(message -> announcements.message(changed.get(), message.id()));
                outbox.take(changed.get());
                return Optional.of(ending.outcome());
            }
        }
    }

    private AgentEnding ending(StoredConversation conversation, Conclusion conclusion) {
        var now = clock.instant();
        var key = conversation.conversationId() + ":" + STEP + ":" + conclusion.heard();
        if (!AgentTurn.isOurs(conversation) || AgentTurn.isAnsweredByAHuman(conversation, conclusion.heard())) {
            return silent(conversation, conclusion, List.of(summary(key, conclusion, "HUMAN", now)));
        }
        var way = ways.of(conversation);
        var messages =
                way.map(how -> messages(key, conclusion.texts(), how, now)).orElse(List.of());
        var refusal = conclusion.texts().isEmpty() ? Optional.<Reason>empty() : refusal(conversation, messages);
        if (refusal.isPresent()) {
            var line = StoredMessage.line(
                    ids.newMessage(), key + ":refused", refusal.get().notSent(STEP), now);
            return silent(conversation, conclusion, List.of(line, summary(key, conclusion, "NOT_ALLOWED", now)));
        }
        var lines = conclusion.outcome() == Outcome.HAND_OFF
                ? List.of(summary(key, conclusion, null, now))
                : List.<StoredMessage>of();
        var goesOn = conclusion.outcome() == Outcome.DONE && conversation.writtenAfter(conclusion.heard()) > 0;
        var outcome = goesOn ? Outcome.ANSWERED : conclusion.outcome();
        return new AgentEnding(conversation, conclusion.heard(), outcome, messages, lines);
    }

    private Optional<Reason> refusal(StoredConversation conversation, List<StoredMessage> messages) {
        if (messages.isEmpty()) {
            return Optional.of(Reason.of(ReasonCode.COMMENT_GONE));
        }
        var verdict = rules.verdict(conversation, messages.getFirst());
        return verdict.allowed() ? Optional.empty() : Optional.of(verdict.why());
    }

    /** Says nothing to the customer, and tells the desk why. */
    private static AgentEnding silent(
            StoredConversation conversation, Conclusion conclusion, List<StoredMessage> lines) {
        return new AgentEnding(conversation, conclusion.heard(), Outcome.HAND_OFF, List.of(), lines);
    }

    /** Under a comment they are one answer: several would look like several people's. */
    private List<StoredMessage> messages(String key, List<String> texts, Extras way, Instant now) {
        var messages = new ArrayList<StoredMessage>();
        for (var text : way.via() == Via.PUBLIC ? List.of(String.join("\n\n", texts)) : texts) {
            for (var part : TextParts.of(text, ReplyParts.LONGEST_TEXT)) {
                messages.add(StoredMessage.queued(
                        ids.newMessage(), key + ":" + messages.size(), Author.bot(), part, now, way));
            }
        }
        return messages;
    }

    private StoredMessage summary(String key, Conclusion conclusion, @Nullable String reason, Instant now) {
        var values = new HashMap<>(conclusion.learnt());
        values.put("reason", Objects.requireNonNullElse(reason, conclusion.reason()));
        var happening = new Happening(Happening.Type.HANDED_OVER, Map.copyOf(values));
        return StoredMessage.line(ids.newMessage(), key + ":summary", happening, now);
    }

    private Optional<StoredConversation> open(ConversationId id) {
        return live.find(id).filter(conversation -> conversation.state().isOpen());
    }

    /** Whatever changes a conversation counts its version up. */
    private static Criteria unchanged(StoredConversation conversation) {
        return where("conversationId")
                .is(conversation.conversationId())
                .and("version")
                .is(conversation.version());
    }
}
