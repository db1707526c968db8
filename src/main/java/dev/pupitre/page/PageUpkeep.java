package dev.pupitre.page;

import dev.pupitre.audit.Audit;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphSubscriptions;
import dev.pupitre.kernel.PageId;
import java.util.List;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** What administrators do with a connected Page. */
@Component
class PageUpkeep {
    private final PageStore store;
    private final KnownPages known;
    private final PageHealth health;
    private final PageProcess process;
    private final PageProperties properties;
    private final Connections connections;
    private final GraphSubscriptions subscriptions;

    PageUpkeep(
            PageStore store,
            KnownPages known,
            PageHealth health,
            PageProcess process,
            PageProperties properties,
            Connections connections,
            GraphSubscriptions subscriptions) {
        this.store = store;
        this.known = known;
        this.health = health;
        this.process = process;
        this.properties = properties;
        this.connections = connections;
        this.subscriptions = subscriptions;
    }

    /** @throws PageRefused when it is known, but not connected */
    Page connected(PageId id) {
        if (known.find(id).isEmpty()) {
            throw new PageNotFound(id);
        }
        return known.connected(id)
                .orElseThrow(
                        () -> new PageRefused("Expected a connected Page, but this one has to be connected first"));
    }

    StoredPage check(PageId id) {
        connected(id);
        var checked = health.check(id, true).orElseThrow(() -> new PageNotFound(id));
        process.found(checked);
        return checked;
    }

    StoredPage resubscribe(PageId id) {
        var page = connected(id);
        var feedback = known.find(id).filter(StoredPage::responseFeedback).isPresent();
        Audit.begun();
        try {
            var fields = known.find(id)
                    .map(StoredPage::health)
                    .map(Health::subscribedFields)
                    .orElseGet(List::of);
            subscriptions.subscribe(page.access(), WebhookFields.wanted(fields, feedback));
        } catch (GraphFailure failure) {
            throw PageRefused.by(failure);
        }
        return check(id);
    }

    /** The webhook fields follow at once where they depend on what was changed. */
    StoredPage change(PageId id, Update change, boolean fields) {
        var changed = store.change(id, change).orElseThrow(() -> new PageNotFound(id));
        known.take(changed);
        return fields ? health.check(id).orElse(changed) : changed;
    }

    void disconnect(PageId id) {
        connected(id);
        if (properties.isNamed(id)) {
            throw new PageRefused(
                    "Expected a Page that was connected by browser, but the settings name this one: take PUPITRE_PAGE_ID and PUPITRE_PAGE_TOKEN out of them");
        }
        connections.disconnect(id);
    }
}
