package dev.pupitre.rules;

import dev.pupitre.kernel.NotFound;

/** A table has no version of this number. */
final class NoSuchVersion extends NotFound {
    NoSuchVersion(TableName table, int number) {
        super("Expected a version %d of %s, but there is none".formatted(number, table));
    }
}
