package dev.pupitre.assistant;

import dev.pupitre.campaign.Assistant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Answers in the campaign's own words, found by a search.
 *
 * <p>Each message is looked up as a whole and sentence by sentence, so that a story around a question does not hide it;
 * what no message finds by itself is looked up in all of them together. One that finds nothing is for a human, who
 * goes on after what could be answered.
 */
@Component
class SearchAnswerer implements Answerer {
    private final KnowledgeIndexes indexes;

    SearchAnswerer(KnowledgeIndexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Assistant.Kind kind() {
        return Assistant.Kind.BUILT_IN;
    }

    @Override
    public Answer answer(Question question) {
        var index = indexes.of(question.campaign());
        var threshold = question.campaign().assistant().threshold();
        var asking = question.asked().stream().filter(SearchAnswerer::asks).toList();
        var answers = new LinkedHashMap<Knowledge, Double>();
        var missed = new ArrayList<Double>();
        for (var message : asking) {
            var best = best(index, parts(message));
            best.filter(found -> found.score() >= threshold)
                    .ifPresentOrElse(
                            found -> answers.merge(found.knowledge(), found.score(), Math::max),
                            () -> missed.add(best.map(Found::score).orElse(0.0)));
        }
        if (!missed.isEmpty() && answers.isEmpty()) {
            best(index, Stream.of(question.text()))
                    .filter(found -> found.score() >= threshold)
                    .ifPresent(found -> {
                        missed.clear();
                        answers.put(found.knowledge(), found.score());
                    });
        }
        return answer(question, answers, missed);
    }

    private static Answer answer(Question question, Map<Knowledge, Double> answers, List<Double> missed) {
        var sources = answers.keySet().stream().map(Knowledge::source).toList();
        var score = Stream.concat(answers.values().stream(), missed.stream())
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        return new Answer(
                answers.keySet().stream()
                        .map(knowledge -> Languages.of(knowledge.answer(), question.locale()))
                        .toList(),
                score,
                sources,
                missed.isEmpty() && !answers.isEmpty() ? null : Reason.UNKNOWN);
    }

    private static Optional<Found> best(KnowledgeIndex index, Stream<String> texts) {
        return texts.flatMap(text -> index.search(text, 1).stream()).max(Comparator.comparingDouble(Found::score));
    }

    private static Stream<String> parts(String message) {
        return Stream.concat(Stream.of(message), Arrays.stream(message.split("[.!?\\n]+")));
    }

    /** Whether there is more in it than courtesy. */
    static boolean asks(String message) {
        return !Stemming.FRENCH.stems(message).isEmpty();
    }
}
