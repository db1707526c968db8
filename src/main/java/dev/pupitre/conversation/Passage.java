package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationState.CLOSED;
import static dev.pupitre.conversation.ConversationState.CLOSING;
import static dev.pupitre.conversation.ConversationState.IGNORED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which elements of its process a conversation has passed, read from what the store has recorded of it. */
final class Passage {
    /** The step in which the customer is asked how it was. */
    private static final String SURVEY = "survey";

    /** How long the model waits for the answer. */
    private static final Duration ANSWERED_WITHIN = Duration.ofDays(1);

    /** The question follows the end at once; one that is asked later all the same shows as soon as it is. */
    private static final Duration ASKED_WITHIN = Duration.ofMinutes(1);

    /**
     * An element of the model that was passed.
     *
     * @param at when; null where only that it was is known
     * @param decision which of the conversation's decisions was taken there, from 0; null for other elements
     */
    record Step(
            String element, @Nullable Instant at, @Nullable Integer decision) {}

    private final StoredConversation conversation;
    private final Instant now;
    private final List<Step> steps = new ArrayList<>();

    private Passage(StoredConversation conversation, Instant now) {
        this.conversation = conversation;
        this.now = now;
    }

    /** Oldest first; the last element is where it is now, or where it has ended. */
    static List<Step> of(StoredConversation conversation, Instant now) {
        var passage = new Passage(conversation, now);
        passage.begin();
        passage.decisions();
        passage.hands();
        passage.end();
        passage.survey();
        passage.steps.sort(Comparator.comparing(Step::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(passage.steps);
    }

    /** What goes on with an earlier conversation is in its agent's hands from the first moment. */
    private void begin() {
        if (conversation.origin().continues() == null) {
            add(conversation.openedAt(), "started");
        } else {
            add(conversation.openedAt(), "taken-up", "take-up", "whereabouts");
            add(conversation.openedAt(), "agent-answers", "agent-start", "agent-known");
        }
    }

    private void decisions() {
        var decisions = conversation.course().decisions();
        for (int index = 0; index < decisions.size(); index++) {
            var decision = decisions.get(index);
            switch (decision.table()) {
                case "listening" -> {
                    steps.add(new Step("listen", decision.at(), index));
                    add(decision.at(), "listened");
                    if (conversation.state() != IGNORED) {
                        add(decision.at(), "prepare");
                    }
                }
                case OpeningHours.TABLE -> {
                    steps.add(new Step("hours", decision.at(), index));
                    add(decision.at(), "open");
                    if (Boolean.FALSE.equals(decision.outputs().get("open"))) {
                        add(decision.at(), "away", "waits");
                    }
                }
                case "routing" -> {
                    steps.add(new Step("route", decision.at(), index));
                    add(decision.at(), "who");
                }
                default -> {}
            }
        }
    }

    private void hands() {
        if (conversation.course().opensAt() != null && conversation.queuedAt() == null) {
            add(null, "closed-desk");
        }
        if (conversation.service().automation().turns() > 0) {
            add(conversation.service().automation().firstAnswerAt(), "ai-answers", "ai-start", "turn");
        }
        conversation.messages().stream()
                .filter(message -> message.extras().happening() != null)
                .forEach(this::happening);
        if (conversation.queuedAt() != null) {
            add(conversation.queuedAt(), "queue", "queued", "agent-answers", "agent-start", "agent-known", "wait");
        }
        if (conversation.assignedAt() != null) {
            add(conversation.assignedAt(), "answer");
        }
    }

    private void happening(StoredMessage line) {
        var happening = line.extras().happening();
        if (happening == null) {
            return;
        }
        switch (happening.type()) {
            case TRANSFERRED -> add(line.at(), "released", "who");
            case TAKEN_OVER -> add(line.at(), "changed");
            case CHAT_TIME_OVER -> add(line.at(), "chat-time", "warn", "warned");
            case HANDED_OVER ->
                add(line.at(), "ai-answers", "ai-start", "turn", "answers-on", "ai-ended", "handed-off");
            default -> {}
        }
    }

    private void end() {
        var trail = conversation.course().trail();
        if (conversation.state() == IGNORED) {
            add(conversation.closedAt(), "ignore", "wrote-more", "ignored");
        } else if (conversation.state() == CLOSED && nobodyHadIt()) {
            add(conversation.closedAt(), "close-away", "closed-away");
        } else if (conversation.state() == CLOSING || conversation.state() == CLOSED) {
            if (conversation.queuedAt() != null || conversation.assignedAt() != null) {
                add(trail.resolvedAt(), trail.resolvedAt() == null ? "idle" : "resolved");
            }
            add(conversation.closedAt(), "close");
        }
    }

    /** What was asked, and answered, after the end of what an agent had; who never had one is not asked. */
    private void survey() {
        var ended = conversation.closedAt();
        if (conversation.state() != CLOSED || ended == null || nobodyHadIt()) {
            return;
        }
        var key = conversation.conversationId() + ":" + SURVEY;
        conversation.messages().stream()
                .filter(message -> message.key().equals(key))
                .findFirst()
                .ifPresentOrElse(this::asked, () -> unasked(ended));
    }

    private void asked(StoredMessage asked) {
        add(asked.at(), "reopened", "ask-it", "ask", "asked");
        if (asked.extras().happening() != null) {
            add(asked.at(), "not-asked");
            return;
        }
        add(asked.at(), "rating");
        if (conversation.score() != null) {
            add(null, "rated");
        } else if (asked.at().plus(ANSWERED_WITHIN).isBefore(now)) {
            add(asked.at().plus(ANSWERED_WITHIN), "unrated", "no-rating");
        }
    }

    private void unasked(Instant ended) {
        add(ended, "reopened", "ask-it");
        if (conversation.assignedAt() == null || ended.plus(ASKED_WITHIN).isBefore(now)) {
            add(ended, "closed");
        }
    }

    /** The desk was closed. */
    private boolean nobodyHadIt() {
        return conversation.queuedAt() == null
                && conversation.assignedAt() == null
                && conversation.service().automation().turns() == 0;
    }

    private void add(@Nullable Instant at, String... elements) {
        for (var element : elements) {
            steps.add(new Step(element, at, null));
        }
    }
}
