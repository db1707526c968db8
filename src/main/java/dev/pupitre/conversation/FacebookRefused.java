package dev.pupitre.conversation;

import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.Conflict;

/** Facebook did not do what was asked at once; its reason in plain words. */
public class FacebookRefused extends Conflict {
    FacebookRefused(GraphFailure failure) {
        this(Reason.of(failure));
    }

    FacebookRefused(ReasonCode code) {
        this(Reason.of(code));
    }

    private FacebookRefused(Reason reason) {
        super(reason.text(), null, reason.code());
    }
}
