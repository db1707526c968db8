package dev.pupitre.rules;

import dev.pupitre.kernel.Role;
import dev.pupitre.live.Audience;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows new versions, saved drafts and planned deployments on the screens of those who look after the tables. */
@Component
class TableAnnouncements {
    private static final Audience READERS = new Audience(Set.of(), Set.of(Role.SUPERVISOR, Role.ANALYST, Role.ADMIN));

    private final LiveFeed feed;

    TableAnnouncements(LiveFeed feed) {
        this.feed = feed;
    }

    @EventListener
    void on(VersionDeployed deployed) {
        feed.publish(new LiveEvent("table-version", VersionView.of(deployed.version()), READERS));
    }

    @EventListener
    void on(Drafts.Changed changed) {
        feed.publish(new LiveEvent("table-draft", changed, READERS));
    }

    @EventListener
    void on(Plans.Changed changed) {
        feed.publish(new LiveEvent("table-planned", PlannedView.of(changed.plan()), READERS));
    }
}
