package dev.pupitre.privacy;

import dev.pupitre.kernel.Conflict;
import dev.pupitre.privacy.DataDeletion.State;

/** Nobody has to find out any more, or yet, whose data a deletion is about. */
class DeletionNotSearched extends Conflict {
    DeletionNotSearched(State state) {
        super("Expected a deletion that waits for the person's data to be found, but it is " + state);
    }
}
