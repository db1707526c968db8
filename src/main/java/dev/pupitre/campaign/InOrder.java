package dev.pupitre.campaign;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Sets that cannot be changed and keep the order they were given in, so that a screen shows them alike each time. */
final class InOrder {
    private InOrder() {}

    static <T> Set<T> copyOf(Collection<? extends T> given) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(given));
    }
}
