package dev.pupitre.sandbox;

import org.jspecify.annotations.Nullable;

/** What a webhook is about, where it shows that the receiver does not accept it. */
interface Subject {
    /** For what no screen of the sandbox shows. */
    Subject NONE = new Subject() {
        @Override
        public boolean problem(@Nullable String current) {
            return false;
        }

        @Override
        public void show(SandboxFeed feed) {
            // Nothing is shown of it.
        }
    };

    /** Returns whether this is news. */
    boolean problem(@Nullable String current);

    void show(SandboxFeed feed);
}
