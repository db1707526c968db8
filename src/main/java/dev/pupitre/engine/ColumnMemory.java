package dev.pupitre.engine;

import dev.pupitre.engine.CompiledTable.Column;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Remembers what the last different values of an input came to. */
final class ColumnMemory {
    /** Texts are mostly different, all else repeats itself much earlier. */
    private static final int REMEMBERED = 4_096;

    private static final Object NONE = new Object();

    private final Column column;
    private final Map<Object, InputAnswer> answers = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, InputAnswer> eldest) {
            return size() > REMEMBERED;
        }
    };

    ColumnMemory(Column column) {
        this.column = column;
    }

    InputAnswer of(Question question, Supplier<InputAnswer> workedOut) {
        var key = column.variable() == null ? null : key(question.get(column.variable()));
        if (key == null) {
            return workedOut.get();
        }
        var known = answers.get(key);
        if (known == null) {
            known = workedOut.get();
            answers.put(key, known);
        }
        return known;
    }

    /** Numbers of different types, or written otherwise, may come to different texts. */
    private static @Nullable Object key(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case String _, Boolean _, Integer _, Long _, Double _, BigDecimal _ -> value;
            default -> null;
        };
    }
}
