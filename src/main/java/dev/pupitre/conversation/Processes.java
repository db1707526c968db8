package dev.pupitre.conversation;

import dev.pupitre.engine.EngineState;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks whether the processes that lead conversations are still there, many at once, and remembers the answers. */
final class Processes {
    private static final int AT_ONCE = 100;

    private final EngineState engine;
    private final Enquiry enquiry;
    private final Set<Long> answered = new HashSet<>();
    private final Set<Long> gone = new HashSet<>();

    Processes(EngineState engine, Enquiry enquiry) {
        this.engine = engine;
        this.enquiry = enquiry;
    }

    void askAfter(Collection<StoredConversation> conversations) {
        var processes = conversations.stream()
                .map(conversation -> conversation.course().trail().process())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        for (var from = 0; from < processes.size(); from += AT_ONCE) {
            var some = processes.subList(from, Math.min(from + AT_ONCE, processes.size()));
            enquiry.ask(patience -> engine.gone(some, patience)).ifPresent(found -> {
                answered.addAll(some);
                gone.addAll(found);
            });
        }
    }

    /** Empty where the engine did not say, or was not asked. */
    Optional<Boolean> isGone(StoredConversation conversation) {
        return Optional.ofNullable(conversation.course().trail().process())
                .filter(answered::contains)
                .map(gone::contains);
    }
}
