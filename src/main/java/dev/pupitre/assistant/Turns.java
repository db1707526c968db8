package dev.pupitre.assistant;

import dev.pupitre.assistant.Question.Line;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.AgentTurn;
import dev.pupitre.conversation.AgentTurn.Conclusion;
import dev.pupitre.conversation.AiAgent;
import dev.pupitre.conversation.Author;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.conversation.Direction;
import dev.pupitre.conversation.Message;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.kernel.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the AI agent's turns: one answers all that the customer wrote since the last.
 *
 * <p>A turn may be taken any number of times, also at once: the conversation takes the first end of it only.
 */
@Component
class Turns {
    private final AiAgent agent;
    private final Campaigns campaigns;
    private final Answerers answerers;
    private final Wordings wordings;

    Turns(AiAgent agent, Campaigns campaigns, Answerers answerers, Wordings wordings) {
        this.agent = agent;
        this.campaigns = campaigns;
        this.answerers = answerers;
        this.wordings = wordings;
    }

    /** Goes on while the customer writes more than is being answered, so that the process may wait for the next message. */
    Outcome take(ConversationId id) {
        while (true) {
            var outcome = takeOne(id);
            if (outcome.isPresent() && (outcome.get() != Outcome.ANSWERED || agent.awaitCustomer(id))) {
                return outcome.get();
            }
        }
    }

    private Optional<Outcome> takeOne(ConversationId id) {
        var found = agent.turn(id);
        if (found.isEmpty()) {
            return Optional.of(Outcome.DONE);
        }
        var settled = Optional.ofNullable(found.get().settled());
        return settled.isPresent() ? settled : agent.conclude(id, conclusion(found.get()));
    }

    private Conclusion conclusion(AgentTurn turn) {
        if (!turn.ours()) {
            return handOver(turn, Reason.HUMAN, List.of());
        }
        var id = turn.conversation().campaign();
        var campaign = id == null ? null : campaigns.find(id).orElse(null);
        if (campaign == null || !campaign.assistant().on()) {
            return handOver(turn, Reason.OFF, List.of());
        }
        var asked = turn.unheard().stream().map(Message::text).toList();
        var locale = localeOf(turn);
        return conclusion(turn, campaign, asked, locale);
    }

    private Conclusion conclusion(AgentTurn turn, Campaign campaign, List<String> asked, @Nullable String locale) {
        if (asked.stream().anyMatch(Wishes::aHuman)) {
            return handOver(
                    turn, Reason.REQUESTED, introduced(turn, campaign, locale, Phrases.HANDING_OVER.in(locale)));
        }
        if (turn.unheard().stream().anyMatch(Turns::cannotBeRead)) {
            return handOver(turn, Reason.ATTACHMENT, farewell(turn, locale));
        }
        var begun = turn.turns() > 0;
        if (begun && asked.stream().anyMatch(Wishes::theEnd) && asked.stream().noneMatch(Turns::goesOn)) {
            return ended(turn, Outcome.DONE, List.of(Phrases.FAREWELL.in(locale)));
        }
        if (begun && asked.stream().allMatch(Wishes::nothing)) {
            return ended(turn, Outcome.ANSWERED, List.of());
        }
        if (turn.turns() >= campaign.assistant().turns()) {
            return handOver(turn, Reason.TURNS, farewell(turn, locale));
        }
        if (asked.stream().noneMatch(SearchAnswerer::asks)) {
            return ended(turn, Outcome.ANSWERED, introduced(turn, campaign, locale, Phrases.WELCOME.in(locale)));
        }
        return answer(turn, campaign, asked, locale);
    }

    private Conclusion answer(AgentTurn turn, Campaign campaign, List<String> asked, @Nullable String locale) {
        if (!agent.maySpeak(turn.conversation().id())) {
            // Says that it may not, and hands over.
            return handOver(turn, Reason.NOT_ALLOWED, List.of(Phrases.HANDING_OVER.in(locale)));
        }
        var assistant = campaign.assistant();
        var budget = new ConversationBudget(agent, turn.conversation().id(), Prices.millionths(assistant.costLimit()));
        var question = new Question(campaign, locale, asked, before(turn), budget);
        var answer = answerers.answer(question);
        var reason = answer.reason();
        var texts = answer.texts().isEmpty()
                ? List.<String>of()
                : introduced(turn, campaign, locale, answer.texts().toArray(String[]::new));
        if (reason == null) {
            return ended(turn, Outcome.ANSWERED, texts);
        }
        var all = new ArrayList<>(texts);
        if (!texts.isEmpty() || turn.turns() > 0) {
            all.add(Phrases.HANDING_OVER.in(locale));
        }
        return handOver(turn, reason, all);
    }

    /** Before the first thing it says, it says what it is. */
    private static List<String> introduced(
            AgentTurn turn, Campaign campaign, @Nullable String locale, String... texts) {
        var all = new ArrayList<String>();
        if (!turn.announced()) {
            var own = campaign.greeting().automatedNotice();
            all.add(own.isBlank() ? Phrases.AUTOMATED.in(locale) : Languages.of(own, locale));
        }
        all.addAll(List.of(texts));
        return all;
    }

    /** One that has not said a word yet goes without one. */
    private static List<String> farewell(AgentTurn turn, @Nullable String locale) {
        return turn.announced() ? List.of(Phrases.HANDING_OVER.in(locale)) : List.of();
    }

    private Conclusion handOver(AgentTurn turn, Reason reason, List<String> texts) {
        return conclusion(turn, Outcome.HAND_OFF, texts, reason.name());
    }

    private Conclusion ended(AgentTurn turn, Outcome outcome, List<String> texts) {
        return conclusion(turn, outcome, texts, outcome.name());
    }

    private Conclusion conclusion(AgentTurn turn, Outcome outcome, List<String> texts, String reason) {
        var filled = texts.stream()
                .map(text -> wordings.render(text, turn.conversation()))
                .toList();
        return new Conclusion(outcome, turn.heard(), turn.unheard().getLast().id(), filled, reason, Summary.of(turn));
    }

    private static boolean cannotBeRead(Message message) {
        return message.removedAt() == null
                && message.text().isBlank()
                && !message.attachments().isEmpty();
    }

    private static boolean goesOn(String text) {
        return !Wishes.theEnd(text) && !Wishes.nothing(text);
    }

    /** What Meta tells, else what they seem to write now, else what they wrote before. */
    private static @Nullable String localeOf(AgentTurn turn) {
        return Optional.ofNullable(turn.conversation().customer().locale())
                .or(() -> Optional.ofNullable(Languages.of(texts(turn.unheard()))))
                .orElseGet(() -> Languages.of(texts(turn.said())));
    }

    private static String texts(List<Message> messages) {
        return messages.stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(Message::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<Line> before(AgentTurn turn) {
        return turn.said().stream()
                .filter(message -> !turn.unheard().contains(message))
                .map(message -> new Line(message.author().kind() == Author.Kind.CUSTOMER, message.text()))
                .toList();
    }
}
