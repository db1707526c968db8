package dev.pupitre.campaign;

import dev.pupitre.kernel.Conflict;

/** There is one with this id already. */
final class IdTaken extends Conflict {
    IdTaken(String id) {
        super("Expected a new id, but %s is taken".formatted(id));
    }
}
