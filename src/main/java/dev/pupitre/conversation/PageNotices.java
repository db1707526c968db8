package dev.pupitre.conversation;

import dev.pupitre.conversation.InboundEvent.PolicyEnforced;
import dev.pupitre.conversation.InboundEvent.Unrecognised;
import dev.pupitre.page.Hold;
import dev.pupitre.page.Pages;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What concerns a Page as a whole: Meta's measures against it, and events of kinds that nobody has told us of. */
@Component
class PageNotices {
    private static final Logger LOG = LoggerFactory.getLogger(PageNotices.class);

    private final Pages pages;
    private final UnrecognisedEvents unrecognised;

    PageNotices(Pages pages, UnrecognisedEvents unrecognised) {
        this.pages = pages;
        this.unrecognised = unrecognised;
    }

    /** Meta tells of warnings, too, which hold nothing up (webhooks reference, {@code messaging_policy_enforcement}). */
    void enforced(PolicyEnforced event) {
        var reason = event.reason() == null ? "Facebook gave no reason" : event.reason();
        LOG.warn("Facebook's policy enforcement for Page {}: {} ({})", event.page(), event.action(), reason);
        switch (event.action().toLowerCase(Locale.ROOT)) {
            case "block" -> pages.hold(event.page(), Hold.Cause.RESTRICTED, "Facebook blocked the Page: " + reason);
            case "unblock" -> pages.release(event.page(), Hold.Cause.RESTRICTED);
            default -> LOG.debug("{} holds nothing up", event.action());
        }
    }

    void keep(Unrecognised event) {
        unrecognised.keep(event);
    }
}
