package dev.pupitre.privacy;

import dev.pupitre.conversation.Erasure;
import dev.pupitre.conversation.Erasure.Erased;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases conversations that have been over for longer than their Page keeps them, a few at a time. */
@Component
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final Erasure erasure;
    private final Pages pages;
    private final PrivacyProperties properties;
    private final PrivacyMeters meters;
    private final Clock clock;

    Retention(Erasure erasure, Pages pages, PrivacyProperties properties, PrivacyMeters meters, Clock clock) {
        this.erasure = erasure;
        this.pages = pages;
        this.properties = properties;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(
            initialDelayString = "${pupitre.privacy.retention-interval:1h}",
            fixedDelayString = "${pupitre.privacy.retention-interval:1h}")
    void enforce() {
        pages.retentions().forEach(this::enforce);
    }

    private void enforce(Pages.Retention kept) {
        var before = clock.instant().minus(Duration.ofDays(kept.days()));
        var total = 0;
        Erased erased;
        do {
            erased = erasure.eraseClosedBefore(kept.page(), before, properties.retentionBatch());
            meters.erased(PrivacyMeters.Cause.RETENTION, erased);
            total += erased.conversations();
        } while (erased.conversations() == properties.retentionBatch());
        if (total > 0) {
            LOG.info(
                    "Erased {} conversations of Page {} that were over for more than {} days",
                    total,
                    kept.page(),
                    kept.days());
        }
    }
}
