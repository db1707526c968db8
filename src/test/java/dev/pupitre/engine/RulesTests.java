package dev.pupitre.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In process, where decisions are explained. */
class RulesTests extends RulesCases {
    private static final DecisionTables LISTENING_TABLE = LISTENING.decisionTables();
    private static final DecisionTables ROUTING_TABLE = ROUTING.decisionTables();

    @Override
    Map<String, Object> listens(Map<String, @Nullable Object> facts) {
        return LISTENING_TABLE.explain("listening", facts).outputs();
    }

    @Override
    Map<String, Object> routes(Map<String, @Nullable Object> facts) {
        return ROUTING_TABLE.explain("routing", facts).outputs();
    }
}
