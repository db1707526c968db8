package dev.pupitre.page;

import dev.pupitre.graph.PageAccess;
import dev.pupitre.kernel.PageId;
import java.time.ZoneId;

/** A connected Page; its zone tells weekday and local time for the tables. */
public record Page(PageId id, String name, ZoneId zone, PageAccess access) {}
