package dev.pupitre.assistant;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be answered to a {@link Question}.
 *
 * @param texts for the customer; may be none
 * @param score how sure it is, from 0 to 1
 * @param sources what it was taken from
 * @param reason why a human has to go on; null where all is answered
 */
record Answer(
        List<String> texts,
        double score,
        List<String> sources,
        @Nullable Reason reason) {
    Answer {
        texts = List.copyOf(texts);
        sources = List.copyOf(sources);
    }

    static Answer none(Reason reason) {
        return new Answer(List.of(), 0, List.of(), reason);
    }
}
