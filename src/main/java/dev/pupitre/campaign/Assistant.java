package dev.pupitre.campaign;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * The campaign's AI agent.
 *
 * @param threshold the score below which an entry is no answer, from 0 to 1
 * @param turns after so many answers a human takes over
 * @param costLimit what the model may cost for one conversation, in the currency of its prices
 */
public record Assistant(
        boolean on,
        Kind kind,
        List<Entry> entries,
        double threshold,
        int turns,
        @Field(targetType = FieldType.DECIMAL128) BigDecimal costLimit) {
    public static final Assistant OFF = new Assistant(false, Kind.BUILT_IN, List.of(), 0.5, 6, new BigDecimal("0.10"));

    public Assistant {
        entries = List.copyOf(entries);
    }

    /** Who answers. */
    public enum Kind {
        /** A search in the entries and canned responses; needs no network. */
        BUILT_IN,
        /** A model behind an OpenAI-compatible address, which is given the entries to answer from. */
        MODEL
    }

    /** Something customers ask, in several wordings, and its answer. */
    public record Entry(List<String> questions, Localised answer) {
        public Entry {
            questions = List.copyOf(questions);
        }
    }
}
