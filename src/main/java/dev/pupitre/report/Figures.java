package dev.pupitre.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What some conversations add up to.
 *
 * @param opened all of them but those that the rules do not listen to
 * @param ignored those
 * @param answered by a human
 * @param contained answered by an AI agent, without a human
 * @param assistant answered by an AI agent, with or without a human later
 * @param abandoned not answered when their customers counted as lost, nor later
 * @param unanswered not answered for any other reason
 * @param due those that had to be answered within the service level
 * @param inTime those that were
 * @param waiting in all queues together, of those that came into an agent's hands
 * @param waitingInHours the same, only within the campaigns' hours
 * @param waitingAfterAssistant of those in which an AI agent has answered
 * @param waitingWithoutAssistant of all others
 * @param firstResponse until a human's first answer
 * @param firstResponseInHours the same, only within the campaign's hours
 * @param firstAnswer until anybody's first answer, an AI agent's, too
 * @param assistantResponse until an AI agent's first answer, at any hour
 * @param handling in an agent's hands, once for each agent who had it, whoever had it in the end
 * @param scores how often customers gave 1, 2, 3, 4 and 5
 * @param score their average; null where nobody gave one
 * @param comments how many customers wrote one
 */
record Figures(
        int opened,
        int ignored,
        int answered,
        int contained,
        int assistant,
        int abandoned,
        int unanswered,
        int due,
        int inTime,
        Measure waiting,
        Measure waitingInHours,
        Measure waitingAfterAssistant,
        Measure waitingWithoutAssistant,
        Measure firstResponse,
        Measure firstResponseInHours,
        Measure firstAnswer,
        Measure assistantResponse,
        Measure handling,
        List<Integer> scores,
        @Nullable Double score,
        int comments) {}
