package dev.pupitre.page;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineReady;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.PageId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells {@code page-health.bpmn} what happened to a Page. Its id is the correlation key, so that there is one instance
 * a Page however often it is started.
 *
 * <p>No message has to arrive: an instance that is missing is started again, and each looks for itself now and then.
 */
@Component
class PageProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PageProcess.class);

    /** Long enough for a check that is under way, short enough not to be there when it would be wrong. */
    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    /** Only for an instance that waits for it now: it must not end one that is started later. */
    private static final Duration NOW = Duration.ZERO;

    /** Variables of the process. */
    record Subject(PageId pageId) {}

    private final Engine engine;
    private final KnownPages known;

    PageProcess(Engine engine, KnownPages known) {
        this.engine = engine;
        this.known = known;
    }

    /** Each connected Page has its process; where it runs already, this does nothing. */
    @EventListener(EngineReady.class)
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
    void ensure() {
        known.connected().forEach(page -> start(page.id()));
    }

    void start(PageId page) {
        publish("page-connected", page, page.value(), NOW);
    }

    /** A check outside the process came to this. */
    void found(StoredPage page) {
        var checked = page.health() == null ? "" : page.health().checkedAt().toString();
        publish(isBroken(page) ? "page-broken" : "page-mended", page.id(), page.id() + ":" + checked, A_MOMENT);
    }

    /** Somebody has to connect it again. */
    static boolean isBroken(StoredPage page) {
        return page.hold() != null && page.hold().cause() != Hold.Cause.RESTRICTED;
    }

    void end(PageId page) {
        publish("page-disconnected", page, page.value(), NOW);
    }

    private void publish(String name, PageId page, String messageId, Duration timeToLive) {
        try {
            engine.publish(new EngineMessage(name, page.value(), messageId, timeToLive, new Subject(page)));
        } catch (EngineUnavailable later) {
            LOG.debug("The process of Page {} is not told {} now", page, name, later);
        }
    }
}
