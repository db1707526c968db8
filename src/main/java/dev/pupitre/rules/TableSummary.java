package dev.pupitre.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the list of all.
 *
 * @param name as its author calls it
 * @param description what it decides
 * @param rows how many it has
 * @param planned what is still to come of it
 * @param outdated whether its columns are those of an earlier Pupitre: it goes on deciding, but cannot be changed
 */
record TableSummary(
        String table,
        String name,
        @Nullable String description,
        int rows,
        boolean outdated,
        VersionView current,
        List<DraftView> drafts,
        List<PlannedView> planned) {}
