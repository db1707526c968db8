package dev.pupitre.campaign;

import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows a changed campaign on the screens of those who look after it, from the node that changed it. */
@Component
class CampaignAnnouncements {
    private static final Audience OVERSEERS = new Audience(Set.of(), Set.of(Role.SUPERVISOR, Role.ANALYST, Role.ADMIN));

    private final KnownCampaigns known;
    private final CampaignViews views;
    private final LiveFeed feed;

    CampaignAnnouncements(KnownCampaigns known, CampaignViews views, LiveFeed feed) {
        this.known = known;
        this.views = views;
        this.feed = feed;
    }

    @EventListener
    void onChange(CampaignChanged change) {
        if (change.here()) {
            known.find(change.campaign())
                    .ifPresent(stored -> feed.publish(new LiveEvent("campaign", views.of(stored), OVERSEERS)));
        }
    }
}
