package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back from Facebook.
 *
 * @param missingPermissions asked for and not given at all
 * @param error why there are no Pages, in one plain sentence
 */
record Connecting(
        String state,
        List<Candidate> pages,
        List<String> missingPermissions,
        @Nullable String error) {
    /** A Page that can be connected, with what is missing to it. */
    record Candidate(
            PageId id, String name, @Nullable String picture, boolean connected, List<String> missingPermissions) {}
}
