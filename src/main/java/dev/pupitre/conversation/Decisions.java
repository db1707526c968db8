package dev.pupitre.conversation;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.ConversationId;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps with each conversation what the tables decided about it, and by which row.
 *
 * <p>The engine decides; it does not tell the row. The same table, evaluated here with the same facts, does: where its
 * answer is another than the engine's, an analyst has changed the table, and no row is claimed.
 */
@Component
class Decisions {
    private final DecisionTables tables;
    private final LiveConversations live;
    private final LiveCourse course;
    private final Clock clock;

    Decisions(DecisionTables tables, LiveConversations live, LiveCourse course, Clock clock) {
        this.tables = tables;
        this.live = live;
        this.course = course;
        this.clock = clock;
    }

    /** Whether any row of a table has a condition on this. */
    boolean askFor(String table, String variable) {
        return tables.asksFor(table, variable);
    }

    /** What a table is about to decide about these facts. */
    Decision foresee(String table, Object facts) {
        return Decision.of(table, tables.explain(table, facts), clock.instant());
    }

    /** What a table has decided about these facts. */
    Decision explain(String table, Object facts, @Nullable Map<String, @Nullable Object> told) {
        return confirmed(foresee(table, facts), told);
    }

    /** The same decision with what the engine said of it; of what the table says, it may pass on a part. */
    private static Decision confirmed(Decision foreseen, @Nullable Map<String, @Nullable Object> told) {
        var outputs = known(told);
        if (outputs.equals(known(foreseen.outputs()))) {
            return foreseen;
        }
        return new Decision(foreseen.table(), null, null, null, outputs, foreseen.inputs(), null, null, foreseen.at())
                .remarked(Remark.otherVersion(foreseen.version()));
    }

    /** What the engine said, where it is what a table with named outputs says. */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> outputs(@Nullable Object told) {
        return told instanceof Map<?, ?> named ? (Map<String, @Nullable Object>) named : Map.of();
    }

    /** Without what is null, and numbers as they compare. */
    private static Map<String, Object> known(@Nullable Map<String, ? extends @Nullable Object> outputs) {
        var known = new TreeMap<String, Object>();
        if (outputs != null) {
            outputs.forEach((name, value) -> {
                if (value instanceof Number number) {
                    known.put(name, new BigDecimal(number.toString()).stripTrailingZeros());
                } else if (value != null) {
                    known.put(name, value);
                }
            });
        }
        return known;
    }

    /** The conversation's decisions with these added, except for such as a repeated job brings again. */
    static List<Decision> with(List<Decision> before, List<Decision> more) {
        var all = new ArrayList<>(before);
        for (var decision : more) {
            var last = all.reversed().stream()
                    .filter(earlier -> earlier.table().equals(decision.table()))
                    .findFirst();
            if (last.filter(earlier -> same(earlier, decision)).isEmpty()) {
                all.add(decision);
            }
        }
        return List.copyOf(all);
    }

    /** Whether they say the same, by the same row. */
    static boolean same(Decision one, Decision other) {
        return Objects.equals(one.version(), other.version())
                && Objects.equals(one.row(), other.row())
                && Objects.equals(one.remark(), other.remark())
                && known(one.outputs()).equals(known(other.outputs()));
    }

    /** Adds a decision to those of an open conversation. */
    void keep(ConversationId id, Decision decision) {
        live.find(id)
                .filter(conversation -> conversation.state().isOpen())
                .ifPresent(conversation ->
                        course.decided(id, with(conversation.course().decisions(), List.of(decision))));
    }

    /**
     * Corrects what was foreseen of a table's decision, where the engine decided otherwise.
     *
     * @param told what the engine said, or the part of it that the process keeps
     */
    void confirm(StoredConversation conversation, String table, Map<String, @Nullable Object> told) {
        conversation.course().decisions().reversed().stream()
                .filter(decision -> decision.table().equals(table))
                .findFirst()
                .filter(foreseen -> !known(foreseen.outputs())
                        .entrySet()
                        .containsAll(known(told).entrySet()))
                .ifPresent(foreseen -> course.decided(
                        conversation.conversationId(),
                        with(conversation.course().decisions(), List.of(confirmed(foreseen, told)))));
    }

    /** Corrects what was foreseen, of which it is known that the engine decided otherwise. */
    void correct(ConversationId id, Decision foreseen, Map<String, @Nullable Object> told) {
        keep(id, confirmed(foreseen, told));
    }
}
