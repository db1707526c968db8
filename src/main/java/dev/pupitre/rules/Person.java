package dev.pupitre.rules;

import dev.pupitre.kernel.Caller;

/** Who has changed a table, by the name of that time. */
record Person(String id, String name) {
    static Person of(Caller caller) {
        return new Person(caller.id().value(), caller.displayName());
    }
}
