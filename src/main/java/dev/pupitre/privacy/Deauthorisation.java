package dev.pupitre.privacy;

import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of the Pages of a person who has removed the app.
 *
 * <p>Whoever once saw such a call could make it again after the Pages were connected anew. So it counts for what was
 * connected before it was signed only, and not for long. Nothing is lost by leaving one aside: where the tokens are dead
 * indeed, the next message or the next look at the Page finds it out.
 */
@Component
class Deauthorisation {
    private static final Logger LOG = LoggerFactory.getLogger(Deauthorisation.class);

    /** Meta's clock and ours may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Pages pages;
    private final PrivacyProperties properties;
    private final Clock clock;

    Deauthorisation(Pages pages, PrivacyProperties properties, Clock clock) {
        this.pages = pages;
        this.properties = properties;
        this.clock = clock;
    }

    void take(SignedRequest request) {
        var issued = request.issuedAt();
        var now = clock.instant();
        if (issued == null
                || issued.isBefore(now.minus(properties.deauthoriseWithin()))
                || issued.isAfter(now.plus(CLOCK_SKEW))) {
            LOG.warn("A call that a person removed the app is left aside: it was signed at {}", issued);
            return;
        }
        var held = pages.deauthorise(request.person(), issued);
        LOG.info("A person removed the app; Pages held for it, if they were connected before: {}", held);
    }
}
