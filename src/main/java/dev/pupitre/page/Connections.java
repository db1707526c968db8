package dev.pupitre.page;

import dev.pupitre.audit.Audit;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphSubscriptions;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.StoredConnecting.Found;
import dev.pupitre.page.StoredConnecting.Step;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Connects the Pages that a person chose, and disconnects them; each step can be done again after a crash. */
@Component
class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

    private final ConnectingStore connecting;
    private final PageStore store;
    private final KnownPages known;
    private final PageTokens tokens;
    private final PageHealth health;
    private final PageProcess process;
    private final GraphSubscriptions subscriptions;
    private final Clock clock;

    Connections(
            ConnectingStore connecting,
            PageStore store,
            KnownPages known,
            PageTokens tokens,
            PageHealth health,
            PageProcess process,
            GraphSubscriptions subscriptions,
            Clock clock) {
        this.connecting = connecting;
        this.store = store;
        this.known = known;
        this.tokens = tokens;
        this.health = health;
        this.process = process;
        this.subscriptions = subscriptions;
        this.clock = clock;
    }

    /** What came back from Facebook to this visitor. */
    Connecting found(Visitor visitor, String state) {
        var found = connecting
                .find(state, visitor)
                .filter(login -> login.step() == Step.RETURNED || login.step() == Step.DONE)
                .orElseThrow(ConnectingNotFound::new);
        var pages = found.pages().stream().map(this::candidate).toList();
        return new Connecting(state, pages, found.missing(), found.error());
    }

    private Connecting.Candidate candidate(Found page) {
        return new Connecting.Candidate(
                page.id(),
                page.name(),
                page.picture(),
                known.connected(page.id()).isPresent(),
                page.missing());
    }

    /** All that were chosen, or none if one of them would not work. */
    List<StoredPage> connect(Visitor visitor, String state, Set<PageId> chosen) {
        var login = connecting.find(state, visitor).orElseThrow(ConnectingNotFound::new);
        if (login.step() != Step.RETURNED) {
            throw new PageRefused("Expected a login at Facebook whose Pages are to be chosen, but it is over");
        }
        var pages = chosen.stream().map(page -> offered(login, page)).toList();
        requirePermissions(pages);
        Audit.begun();
        var connected =
                pages.stream().map(page -> connect(visitor, login, page)).toList();
        connecting.keep(login.done());
        return connected;
    }

    private static Found offered(StoredConnecting login, PageId page) {
        return login.pages().stream()
                .filter(found -> found.id().equals(page))
                .findFirst()
                .orElseThrow(() -> new PageNotFound(page));
    }

    private static void requirePermissions(List<Found> pages) {
        var missing = new ArrayList<String>();
        for (var page : pages) {
            if (page.token() == null) {
                missing.add(page.name() + ": Facebook gives no access token for it");
            }
            page.missing().stream()
                    .filter(Permission::isEssential)
                    .map(permission -> page.name() + ": " + Permission.sentence(permission))
                    .forEach(missing::add);
        }
        if (!missing.isEmpty()) {
            throw new PageRefused(String.join("; ", missing));
        }
    }

    private StoredPage connect(Visitor visitor, StoredConnecting login, Found page) {
        var token = Objects.requireNonNull(page.token());
        var connected = store.connect(
                new PageStore.Connection(
                        page.id(),
                        page.name(),
                        page.picture(),
                        token,
                        tokens.given(page.id()).orElse(null),
                        login.person()),
                clock.instant());
        known.take(connected);
        LOG.info("{} connected Page {}", visitor.user(), page.id());
        process.start(page.id());
        var checked = health.check(page.id()).orElse(connected);
        process.found(checked);
        return checked;
    }

    /** Ends the subscription where Meta still lets us. */
    void disconnect(PageId id) {
        known.connected(id).ifPresent(page -> {
            try {
                subscriptions.unsubscribe(page.access());
            } catch (GraphFailure failure) {
                LOG.warn("Page {} is disconnected, but Meta did not take the end of its subscription", id, failure);
            }
        });
        store.disconnect(id, clock.instant()).ifPresent(known::take);
        process.end(id);
    }
}
