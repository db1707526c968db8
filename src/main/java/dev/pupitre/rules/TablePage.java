package dev.pupitre.rules;

import dev.pupitre.campaign.Campaign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a table's page shows.
 *
 * @param outdated whether its columns are those of an earlier Pupitre: it goes on deciding, but cannot be changed
 * @param current with what it says
 * @param fired how often each row decided about conversations that were opened in the last days; of the messaging policy
 *     about messages of the last days
 * @param schedules which campaigns ask for which schedule; empty for any other table than that of the hours
 * @param approval whether a change takes effect only when another person has approved of it
 */
record TablePage(
        String table,
        String name,
        @Nullable String description,
        int rows,
        boolean outdated,
        VersionView current,
        List<DraftView> drafts,
        List<Column> inputs,
        List<Column> outputs,
        List<Fired.RowFired> fired,
        List<ScheduleOf> schedules,
        boolean approval) {
    /**
     * A column.
     *
     * @param expression what an input is worked out from, or the name of an output
     * @param choices what there is that a cell may name; null where anything may be written
     */
    record Column(
            String label,
            String expression,
            @Nullable String type,
            @Nullable List<Choice> choices) {}

    /**
     * A campaign and the schedule that it asks for.
     *
     * @param ownText whether it has a text of its own for when it is closed, so that the table's is told to nobody
     */
    record ScheduleOf(String campaign, String name, boolean enabled, String schedule, boolean ownText) {
        static ScheduleOf of(Campaign campaign) {
            return new ScheduleOf(
                    campaign.id().value(),
                    campaign.name(),
                    campaign.enabled(),
                    campaign.schedule(),
                    !campaign.afterHours().text().isBlank());
        }
    }
}
