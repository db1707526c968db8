package dev.pupitre.page;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A connected Page.
 *
 * @param zone tells weekday and local time for the tables
 * @param humanAgent whether Meta lets people answer for seven days (Human Agent feature)
 * @param retentionDays how long its closed conversations are kept; null for ever
 */
public record Page(
        PageId id,
        String name,
        ZoneId zone,
        PageAccess access,
        boolean humanAgent,
        @Nullable Integer retentionDays) {

    /** A Page without special rights whose conversations are kept for ever. */
    public Page(PageId id, String name, ZoneId zone, PageAccess access) {
        this(id, name, zone, access, false, null);
    }
}
