package dev.pupitre.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes round the conversations that wait or have an agent, in whose process nothing is due: they say nothing themselves,
 * so that some of them are asked about at each look.
 */
final class Patrol {
    private final Standstills standstills;
    private final int atOnce;
    private @Nullable String reached;

    Patrol(Standstills standstills, int atOnce) {
        this.standstills = standstills;
        this.atOnce = atOnce;
    }

    /** Who is next on the round, which goes on even where the engine does not answer, then who should have moved. */
    List<StoredConversation> begin() {
        return Stream.of(goOn(), standstills.told()).flatMap(List::stream).toList();
    }

    /** Who is next on the round. */
    List<StoredConversation> goOn() {
        if (reached == null) {
            reached = standstills.anyQuiet().orElse(null);
        }
        var some = new ArrayList<>(standstills.quiet(reached, atOnce));
        if (some.size() < atOnce) {
            some.addAll(standstills.quiet(null, atOnce - some.size()));
        }
        reached = some.isEmpty() ? null : some.getLast().id();
        return some;
    }
}
