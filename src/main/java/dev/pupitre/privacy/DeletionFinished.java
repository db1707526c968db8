package dev.pupitre.privacy;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.privacy.DataDeletion.State;

/** Nothing is left to do for a deletion. */
class DeletionFinished extends Conflict {
    DeletionFinished(State state) {
        super("Expected a deletion that is under way, but it is " + state);
    }
}
