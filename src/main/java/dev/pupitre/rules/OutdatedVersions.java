package dev.pupitre.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells which versions have the columns of an earlier Pupitre, so that nobody goes back to them. What a version says
 * never changes: each is read once.
 */
@Component
class OutdatedVersions {
    private final TableVersions versions;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    OutdatedVersions(TableVersions versions) {
        this.versions = versions;
    }

    /** The versions of a table, the newest first. */
    List<VersionView> all(TableName table) {
        return versions.all(table).stream()
                .map(version -> version.outdated(isOutdated(table, version.number())))
                .toList();
    }

    private boolean isOutdated(TableName table, int number) {
        return known.computeIfAbsent(
                TableVersion.idOf(table, number),
                _ -> versions.deployed(table, number)
                        .filter(version -> !TableColumns.fit(table, version.dmn()))
                        .isPresent());
    }
}
