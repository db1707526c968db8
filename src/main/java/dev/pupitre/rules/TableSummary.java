package dev.pupitre.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the list of all.
 *
 * @param name as its author calls it
 * @param description what it decides
 * @param rows how many it has
 */
record TableSummary(
        String table,
        String name,
        @Nullable String description,
        int rows,
        VersionView current,
        List<DraftView> drafts) {}
