package dev.pupitre.assistant;

import dev.pupitre.conversation.AgentTurn;
import dev.pupitre.conversation.Author;
import dev.pupitre.conversation.Direction;
import dev.pupitre.conversation.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the agent who goes on is told: what was asked, how often it was answered, and who the customer said to be. */
final class Summary {
    /** The transcript has it all; this is to be taken in at a glance. */
    private static final int LENGTH = 500;

    private Summary() {}

    static Map<String, String> of(AgentTurn turn) {
        var summary = new LinkedHashMap<String, String>();
        var question = turn.unheard().stream()
                .map(Message::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" / "));
        if (!question.isEmpty()) {
            summary.put("question", shortened(question));
        }
        var answers = turn.said().stream()
                .filter(message -> message.author().kind() == Author.Kind.BOT)
                .count();
        summary.put("answers", Long.toString(answers));
        summary.putAll(Learnt.from(textsOfCustomer(turn)));
        return summary;
    }

    private static List<String> textsOfCustomer(AgentTurn turn) {
        return turn.said().stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(Message::text)
                .toList();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LENGTH)) + "…";
    }
}
