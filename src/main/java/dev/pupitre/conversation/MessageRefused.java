package dev.pupitre.conversation;

import dev.pupitre.kernel.Conflict;
import java.net.URI;

/** The messaging policy does not allow the message; the reason says what it does allow. */
public class MessageRefused extends Conflict {
    private static final URI TYPE = URI.create("https://pupitre.dev/problems/messaging-policy");

    MessageRefused(Verdict verdict) {
        super(verdict.why().text(), TYPE, verdict.code());
    }
}
