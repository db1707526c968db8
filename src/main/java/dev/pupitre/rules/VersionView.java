package dev.pupitre.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as it is shown.
 *
 * @param author by name; null where it came with Pupitre
 * @param authorId the same as a user
 * @param basedOn the version that its author began with
 * @param restores the version whose content it is again; null where it is new
 * @param planned what it waited for; null where it was deployed by hand
 * @param outdated whether its columns are those of an earlier Pupitre, so that nobody can go back to it
 * @param dmn left out of lists
 */
record VersionView(
        String table,
        int number,
        @Nullable String author,
        @Nullable String authorId,
        Instant at,
        @Nullable String reason,
        @Nullable Integer basedOn,
        @Nullable Integer restores,
        TableVersion.@Nullable Planned planned,
        boolean outdated,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dmn) {
    static VersionView of(TableVersion version) {
        return described(version, null);
    }

    static VersionView whole(TableVersion version) {
        return described(version, version.dmn());
    }

    private static VersionView described(TableVersion version, @Nullable String dmn) {
        var author = version.author();
        return new VersionView(
                version.table(),
                version.number(),
                author == null ? null : author.name(),
                author == null ? null : author.id(),
                version.at(),
                version.reason(),
                version.basedOn(),
                version.restores(),
                version.planned(),
                !TableColumns.fit(version.tableName(), version.dmn()),
                dmn);
    }

    VersionView outdated(boolean asIs) {
        return new VersionView(table, number, author, authorId, at, reason, basedOn, restores, planned, asIs, dmn);
    }
}
