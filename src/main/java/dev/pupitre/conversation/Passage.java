package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationState.CLOSED;
import static dev.pupitre.conversation.ConversationState.CLOSING;
import static dev.pupitre.conversation.ConversationState.IGNORED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which elements of its process a conversation has passed, read from what the store has recorded of it. */
final class Passage {
    /** The step in which the customer is asked how it was. */
    private static final String SURVEY = "survey";

    /**
     * An element of the model that was passed.
     *
     * @param at when; null where only that it was is known
     * @param decision which of the conversation's decisions was taken there, from 0; null for other elements
     */
    record Step(
            String element, @Nullable Instant at, @Nullable Integer decision) {}

    private final StoredConversation conversation;
    private final List<Step> steps = new ArrayList<>();

    private Passage(StoredConversation conversation) {
        this.conversation = conversation;
    }

    /** Oldest first; the last element is where it is now, or where it has ended. */
    static List<Step> of(StoredConversation conversation) {
        var passage = new Passage(conversation);
        passage.begin();
        passage.decisions();
        passage.hands();
        passage.end();
        passage.survey();
        passage.steps.sort(Comparator.comparing(Step::at, Comparator.nullsLast(Comparator.naturalOrder())));
        return List.copyOf(passage.steps);
    }

    private void begin() {
        add(conversation.openedAt(), "started");
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
        } else if (conversation.state() == CLOSED && conversation.queuedAt() == null) {
            add(conversation.closedAt(), hadAnAutomaticAgent() ? "close" : "close-away");
        } else if (conversation.state() == CLOSING || conversation.state() == CLOSED) {
            add(trail.resolvedAt(), trail.resolvedAt() == null ? "idle" : "resolved");
            add(conversation.closedAt(), "close");
        }
    }

    /** What was asked, and answered, after the end; that nobody is asked at all leaves nothing to tell it by. */
    private void survey() {
        if (conversation.state() != CLOSED) {
            return;
        }
        var key = conversation.conversationId() + ":" + SURVEY;
        conversation.messages().stream()
                .filter(message -> message.key().equals(key))
                .findFirst()
                .ifPresent(asked -> {
                    add(asked.at(), "reopened", "ask-it", "ask", "asked");
                    add(asked.at(), asked.extras().happening() == null ? "rating" : "not-asked");
                });
        if (conversation.score() != null) {
            add(null, "rated");
        }
    }

    private boolean hadAnAutomaticAgent() {
        return conversation.service().automation().turns() > 0;
    }

    private void add(@Nullable Instant at, String... elements) {
        for (var element : elements) {
            steps.add(new Step(element, at, null));
        }
    }
}
