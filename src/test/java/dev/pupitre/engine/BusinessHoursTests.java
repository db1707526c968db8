package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** In process, where next openings are computed. */
class BusinessHoursTests extends BusinessHoursCases {
    private static final DecisionTables TABLES = HoursTable.RICH.decisionTables();

    @Override
    boolean isOpen(Moment moment) {
        return Boolean.TRUE.equals(
                TABLES.explain("business-hours", moment).outputs().get("open"));
    }

    @Test
    void namesTheRowThatDecided() {
        var christmas = TABLES.explain("business-hours", new Moment("shop", "2026-12-25", "Friday", "10:00:00"));

        assertThat(christmas)
                .returns(1, DecisionTables.Explanation::row)
                .returns("Closed on Christmas Day", DecisionTables.Explanation::description)
                .returns(
                        Map.of("open", false, "message", "Closed on Christmas Day"),
                        DecisionTables.Explanation::outputs)
                .returns(null, DecisionTables.Explanation::version);
    }

    @Test
    void knowsTheVersionThatTheEngineToldOf() {
        var tables = new DecisionTables();
        tables.deployed("business-hours", 7);

        assertThat(tables.explain("business-hours", new Moment("always", "2026-03-02", "Monday", "10:00:00")))
                .returns(7, DecisionTables.Explanation::version);
    }
}
