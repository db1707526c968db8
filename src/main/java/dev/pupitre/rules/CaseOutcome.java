package dev.pupitre.rules;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case.
 *
 * @param row that matched; null where none did
 * @param failure why the table could not be asked; null where it could
 */
record CaseOutcome(
        String id,
        String name,
        boolean passed,
        @Nullable Integer row,
        Map<String, @Nullable Object> outputs,
        @Nullable String failure) {}
