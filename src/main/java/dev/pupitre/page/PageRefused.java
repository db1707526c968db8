package dev.pupitre.page;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.Conflict;
import org.jspecify.annotations.Nullable;

/** What was asked for a Page cannot be done, and why. */
class PageRefused extends Conflict {
    PageRefused(String message) {
        super(message);
    }

    private PageRefused(String message, @Nullable String code) {
        super(message, null, code);
    }

    static PageRefused by(GraphFailure failure) {
        return new PageRefused(String.valueOf(failure.getMessage()), failure.code());
    }
}
