package dev.pupitre.page;

import dev.pupitre.kernel.PageId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When each Page was last heard of and last sent for; written down now and then, as thousands a second may come. */
@Component
class PageTraces {
    private static final Logger LOG = LoggerFactory.getLogger(PageTraces.class);

    private final Map<PageId, Instant> heard = new ConcurrentHashMap<>();
    private final Map<PageId, Instant> sent = new ConcurrentHashMap<>();
    private final PageStore store;

    PageTraces(PageStore store) {
        this.store = store;
    }

    void heard(PageId page, Instant at) {
        heard.merge(page, at, PageTraces::later);
    }

    void sent(PageId page, Instant at) {
        sent.merge(page, at, PageTraces::later);
    }

    @Nullable
    Instant lastEvent(StoredPage page) {
        return latest(page.lastEventAt(), heard.get(page.id()));
    }

    @Nullable
    Instant lastSend(StoredPage page) {
        return latest(page.lastSendAt(), sent.get(page.id()));
    }

    @Scheduled(fixedDelayString = "${pupitre.page.traces:2s}")
    void writeDown() {
        writeDown("lastEventAt", heard);
        writeDown("lastSendAt", sent);
    }

    private void writeDown(String field, Map<PageId, Instant> latest) {
        var due = new HashMap<>(latest);
        try {
            store.note(field, due);
            due.forEach(latest::remove);
        } catch (DataAccessException away) {
            LOG.debug("The store does not take {} now", field, away);
        }
    }

    private static @Nullable Instant latest(@Nullable Instant written, @Nullable Instant noted) {
        if (written == null || noted == null) {
            return written == null ? noted : written;
        }
        return later(written, noted);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
