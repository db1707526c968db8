package dev.pupitre.day;

import org.jspecify.annotations.Nullable;

/** A customer at Facebook, who may come more than once in the day. */
final class Visitor {
    final String id;
    /** The conversation that is not over, if there is one. */
    @Nullable
    Visit open;
    /** Whether they were asked how it was. */
    boolean wasAsked;

    Visitor(String id) {
        this.id = id;
    }

    String thread() {
        return "m:100000000000001:" + id;
    }
}
