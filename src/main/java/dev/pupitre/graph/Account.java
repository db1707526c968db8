package dev.pupitre.graph;

import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Page that a person has a part in.
 *
 * @param token null when the person may not act for the Page
 * @param tasks what the person may do there, such as {@code MESSAGING}
 */
public record Account(
        PageId page,
        String name,
        @Nullable String picture,
        @Nullable Secret token,
        List<String> tasks) {}
