package dev.pupitre.campaign;

import dev.pupitre.kernel.Conflict;
import java.net.URI;

/** Somebody else has changed what the caller saw. */
final class ChangedMeanwhile extends Conflict {
    private static final URI TYPE = URI.create("https://pupitre.dev/problems/changed-meanwhile");

    ChangedMeanwhile(String what, long seen, long present) {
        super("Expected version %d of %s, but it is at version %d by now".formatted(seen, what, present), TYPE);
    }
}
