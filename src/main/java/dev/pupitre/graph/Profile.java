package dev.pupitre.graph;

import org.jspecify.annotations.Nullable;

/**
 * How a customer is called and looks (User Profile API).
 *
 * @param picture its address at Meta, which expires
 * @param locale such as {@code fr_FR}, where the app may know it
 */
public record Profile(
        String name, @Nullable String picture, @Nullable String locale) {
    /** A name alone. */
    public Profile(String name) {
        this(name, null, null);
    }
}
