package dev.pupitre.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message, and for the Page through which app and under which rule.
 *
 * @param app none for a human in Meta's inbox, if told so
 * @param comment to which a private reply answers
 */
record Author(
        boolean fromPage,
        @Nullable String app,
        @Nullable String metadata,
        @Nullable Persona persona,
        @Nullable String type,
        @Nullable String tag,
        @Nullable String comment) {

    static final Author CUSTOMER = new Author(false, null, null, null, null, null, null);

    static Author elsewhere(@Nullable String app) {
        return new Author(true, app, null, null, null, null, null);
    }
}
