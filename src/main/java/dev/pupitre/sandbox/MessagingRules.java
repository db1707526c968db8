package dev.pupitre.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Meta's windows and tags (Messenger Platform, "Policy" and "Message tags"), and what stops a Page as a whole. */
@Profile("local")
@Component
class MessagingRules {
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration HUMAN_AGENT_WINDOW = Duration.ofDays(7);
    private static final int RETIRED = 1893061;
    private static final Set<String> RETIRED_TAGS =
            Set.of("CONFIRMED_EVENT_UPDATE", "POST_PURCHASE_UPDATE", "ACCOUNT_UPDATE");

    private final Clock clock;

    MessagingRules(Clock clock) {
        this.clock = clock;
    }

    static void checkPage(FacebookPage page) {
        switch (page.restriction()) {
            case SENDING -> throw GraphError.restrictedFromSending();
            case POLICY -> throw GraphError.blockedByPolicy();
            case BUSINESS -> throw GraphError.invalidParameter(2534029, "The business is blocked");
            case NONE -> {
                // Nothing stops it.
            }
        }
    }

    void check(CustomerThread thread, GraphSend.Text send) {
        if (thread.owner().isPresent()) {
            throw GraphError.ownedByAnotherApp();
        }
        if (send.type().equals("MESSAGE_TAG")) {
            checkTag(thread, send.tag() == null ? "" : send.tag());
        } else if (send.type().equals("UTILITY")) {
            throw GraphError.invalidParameter("A utility message needs an approved template");
        } else if (!isInTouch(thread, WINDOW)) {
            throw GraphError.outsideWindow();
        }
    }

    private void checkTag(CustomerThread thread, String tag) {
        if (RETIRED_TAGS.contains(tag)) {
            throw GraphError.invalidParameter(RETIRED, "This message tag is no longer supported");
        }
        if (!tag.equals("HUMAN_AGENT") || !thread.page().humanAgent()) {
            throw GraphError.invalidParameter("Invalid parameter");
        }
        if (!isInTouch(thread, HUMAN_AGENT_WINDOW)) {
            throw GraphError.outsideWindow();
        }
    }

    private boolean isInTouch(CustomerThread thread, Duration window) {
        return thread.contactAt()
                .filter(contact -> contact.plus(window).isAfter(clock.instant()))
                .isPresent();
    }
}
