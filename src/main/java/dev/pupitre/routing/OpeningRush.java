package dev.pupitre.routing;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.OpeningHours;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * When a desk opens, those who waited for that come into the queue one by one, as their processes wake: none is given to
 * an agent before all are there to be served by priority and age.
 */
@Component
class OpeningRush {
    /** Who has not come by then, as its process stands still, holds up nobody. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final OpeningHours hours;
    private final Conversations conversations;
    private final Clock clock;

    OpeningRush(OpeningHours hours, Conversations conversations, Clock clock) {
        this.hours = hours;
        this.conversations = conversations;
        this.clock = clock;
    }

    boolean isOn(Campaign campaign) {
        return hours.hasOpenedWithin(campaign, LONGEST, clock.instant()) && conversations.areComing(campaign.id());
    }
}
