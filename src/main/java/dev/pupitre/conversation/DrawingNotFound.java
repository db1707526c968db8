package dev.pupitre.conversation;

import dev.pupitre.kernel.NotFound;

/** No such drawing of a process is kept. */
public class DrawingNotFound extends NotFound {
    DrawingNotFound(String id) {
        super("Expected a drawing of a process, but there is none called " + id);
    }
}
