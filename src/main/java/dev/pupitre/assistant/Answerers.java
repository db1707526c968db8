package dev.pupitre.assistant;

import static java.util.stream.Collectors.toMap;

import dev.pupitre.campaign.Assistant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks whom the campaign wants to answer. */
@Component
class Answerers {
    private final Map<Assistant.Kind, Answerer> answerers;

    Answerers(List<Answerer> answerers) {
        this.answerers = answerers.stream().collect(toMap(Answerer::kind, Function.identity()));
    }

    Answer answer(Question question) {
        var kind = question.campaign().assistant().kind();
        return Objects.requireNonNull(answerers.get(kind), "an answerer for " + kind)
                .answer(question);
    }
}
