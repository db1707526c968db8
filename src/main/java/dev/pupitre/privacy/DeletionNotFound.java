package dev.pupitre.privacy;

import dev.pupitre.kernel.NotFound;

/** No deletion has this code. */
class DeletionNotFound extends NotFound {
    DeletionNotFound() {
        super("Expected the code of a deletion, but there is none with this one");
    }
}
