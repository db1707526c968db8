package dev.pupitre.privacy;

import dev.pupitre.conversation.Erasure;
import dev.pupitre.conversation.Erasure.Erased;
import dev.pupitre.page.Pages;
import dev.pupitre.privacy.DataDeletion.State;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What becomes of a wish to be forgotten, step by step as {@code bpmn/data-deletion.bpmn} calls for it.
 *
 * <p>The wish is stored before it is answered. Each step bears repetition, and what is done stays done.
 */
@Component
class Deletions {
    private final DeletionStore store;
    private final DeletionSignals signals;
    private final DeletionCodes codes;
    private final Erasure erasure;
    private final Pages pages;
    private final PrivacyMeters meters;
    private final Clock clock;

    Deletions(
            DeletionStore store,
            DeletionSignals signals,
            DeletionCodes codes,
            Erasure erasure,
            Pages pages,
            PrivacyMeters meters,
            Clock clock) {
        this.store = store;
        this.signals = signals;
        this.codes = codes;
        this.erasure = erasure;
        this.pages = pages;
        this.meters = meters;
        this.clock = clock;
    }

    /** Meta says that this person wishes it; the same request again is the same deletion. */
    DataDeletion ask(SignedRequest request) {
        return begun(store.keep(DataDeletion.ofPerson(codes.next(), request, clock.instant())));
    }

    /** The person has said to us which customer they are. */
    DataDeletion askFor(String customer) {
        return begun(store.keep(DataDeletion.ofCustomer(codes.next(), customer, clock.instant())));
    }

    private DataDeletion begun(DataDeletion deletion) {
        signals.handOn(deletion);
        return deletion;
    }

    /** Looks for what is known by the ids that came with the wish; false when people have to search. */
    boolean find(String code) {
        var deletion = get(code);
        if (deletion.state() != State.RECEIVED) {
            return deletion.state() != State.SEARCHING;
        }
        var until = deletion.askedAt();
        var person = deletion.person();
        if (person == null) {
            return store.matched(code, deletion.customers(), until).isPresent();
        }
        if (erasure.knows(person, until) || !pages.connectedBy(person).isEmpty()) {
            return store.matched(code, List.of(person), until).isPresent();
        }
        store.searching(code);
        return false;
    }

    /**
     * People have found out which customers the person is; none when there is nothing of the person.
     *
     * @throws DeletionNotSearched when nobody has to search for it any more
     */
    DataDeletion match(String code, List<String> customers) {
        var until = get(code).askedAt();
        var matched = store.matchedByPeople(code, customers, until)
                .orElseThrow(() -> new DeletionNotSearched(get(code).state()));
        return begun(matched);
    }

    /**
     * Sees to it that the deletion has its process, which may have been lost; where it runs, this changes nothing.
     *
     * @throws DeletionFinished when there is nothing left to do
     */
    DataDeletion retry(String code) {
        var deletion = store.again(code).orElseGet(() -> get(code));
        if (deletion.state().isFinished()) {
            throw new DeletionFinished(deletion.state());
        }
        return begun(deletion);
    }

    /** The same, by someone who has completed the task in Tasklist; nothing where the person was found otherwise. */
    void matchedInTasklist(String code, List<String> customers) {
        store.matched(code, customers, get(code).askedAt());
    }

    /** Erases all that was found up to now. */
    void erase(String code) {
        var deletion = get(code);
        var until = deletion.until();
        if (deletion.state() != State.ERASING || until == null) {
            return;
        }
        if (deletion.person() != null) {
            pages.forget(deletion.person());
        }
        for (var customer : deletion.customers()) {
            var erased = erasure.erase(customer, until);
            if (!erased.equals(Erased.NOTHING)) {
                store.erased(code, erased);
                meters.erased(PrivacyMeters.Cause.PERSON, erased);
            }
        }
    }

    /** Finishes the deletion, unless more has come of what was under way while it was erased. */
    boolean confirm(String code) {
        var deletion = get(code);
        var until = deletion.until();
        if (deletion.state() != State.ERASING || until == null) {
            return true;
        }
        deletion.customers().forEach(customer -> erasure.tidy(customer, until, deletion.fileIds()));
        if (deletion.customers().stream().anyMatch(customer -> erasure.knows(customer, until))) {
            return false;
        }
        var as = deletion.customers().isEmpty() ? State.NOTHING_HELD : State.ERASED;
        return store.finish(code, as, clock.instant()).isPresent();
    }

    DataDeletion get(String code) {
        return store.find(code).orElseThrow(DeletionNotFound::new);
    }
}
