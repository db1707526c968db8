package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The connected Pages; asking never waits for the store, and what another node changed is known within a moment. */
@Component
public class Pages {
    private final KnownPages known;
    private final PageStore store;
    private final PageTraces traces;
    private final PageProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pages(
            KnownPages known,
            PageStore store,
            PageTraces traces,
            PageProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.known = known;
        this.store = store;
        this.traces = traces;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    public List<Page> all() {
        return known.connected();
    }

    public Optional<Page> find(PageId id) {
        return known.connected(id);
    }

    /** The zone of what belongs to no Page. */
    public ZoneId zone() {
        return properties.zone();
    }

    /** Where browsers find Pupitre, if that is set. */
    public Optional<URI> address() {
        return properties.address();
    }

    /** Meta told of an event of the Page; written down with others in a while. */
    public void heard(PageId page, Instant at) {
        var now = clock.instant();
        traces.heard(page, at.isAfter(now) ? now : at);
    }

    /** Meta took a message of the Page; written down with others in a while. */
    public void sent(PageId page, Instant at) {
        traces.sent(page, at);
    }

    /** Nothing is sent for the Page from now on, on all nodes; a dead token is looked into at once. */
    public void hold(PageId page, Hold.Cause cause, String reason) {
        var now = clock.instant();
        var until = cause == Hold.Cause.RESTRICTED ? now.plus(properties.restrictedFor()) : null;
        store.hold(page, new Hold(cause, reason, now, until)).ifPresent(held -> {
            known.take(held);
            if (cause != Hold.Cause.RESTRICTED) {
                events.publishEvent(new CheckWanted(page));
            }
        });
    }

    /** Why nothing is sent for the Page at present. */
    public Optional<Hold> held(PageId page) {
        return known.find(page).map(StoredPage::hold).filter(hold -> !hold.isOver(clock.instant()));
    }

    /** What is wrong with the Pages, beside what holds them, as far as it is known. */
    public List<PageTrouble> troubles() {
        var now = clock.instant();
        return known.all().stream()
                .flatMap(page -> PageTrouble.of(
                        page, Diagnosis.of(known.connected(page.id()).isPresent(), page.health(), page.hold(), now))
                        .stream())
                .toList();
    }

    /** This cause is over; what holds the Page for another one still does. */
    public void release(PageId page, Hold.Cause cause) {
        store.release(page, cause).ifPresent(known::take);
    }

    /** The Pages that this person, as Meta numbers them for our app, connected. */
    public List<PageId> connectedBy(String person) {
        return known.all().stream()
                .filter(page -> person.equals(page.connectedBy()))
                .map(StoredPage::id)
                .toList();
    }

    /**
     * This person had removed the app at that instant, as Meta tells it to the second: their Pages are held, but not
     * those that were connected again since. Returns those that were not held for it before.
     */
    public List<PageId> deauthorise(String person, Instant at) {
        var hold = new Hold(
                Hold.Cause.DEAUTHORISED,
                "The person who connected this Page has removed the app from their Facebook account",
                clock.instant(),
                null);
        return store.all().stream()
                .filter(page -> person.equals(page.connectedBy()))
                .flatMap(page -> store.deauthorise(page.id(), person, at.plusSeconds(1), hold).stream())
                .map(this::heldNow)
                .toList();
    }

    private PageId heldNow(StoredPage held) {
        known.take(held);
        events.publishEvent(new CheckWanted(held.id()));
        return held.id();
    }

    /** How many days a Page keeps the conversations that are over. */
    public record Retention(PageId page, int days) {}

    /** The Pages that do not keep conversations for ever, disconnected ones among them. */
    public List<Retention> retentions() {
        return known.all().stream()
                .flatMap(page -> Stream.ofNullable(page.retentionDays()).map(days -> new Retention(page.id(), days)))
                .toList();
    }

    /** Nothing names this person any more; the Pages they connected stay connected. */
    public void forget(String person) {
        store.all().stream()
                .filter(page -> person.equals(page.connectedBy()))
                .forEach(page -> store.change(page.id(), new Update().unset("connectedBy"))
                        .ifPresent(known::take));
    }
}
