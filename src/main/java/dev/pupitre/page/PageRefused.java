package dev.pupitre.page;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.Conflict;

/** What was asked for a Page cannot be done, and why. */
class PageRefused extends Conflict {
    PageRefused(String message) {
        super(message);
    }

    static PageRefused by(GraphFailure failure) {
        return new PageRefused(String.valueOf(failure.getMessage()));
    }
}
