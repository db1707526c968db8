package dev.pupitre.conversation;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.Conflict;

/** Facebook did not do what was asked at once; its reason in plain words. */
public class FacebookRefused extends Conflict {
    FacebookRefused(GraphFailure failure) {
        super(String.valueOf(failure.getMessage()));
    }

    FacebookRefused(String reason) {
        super(reason);
    }
}
