package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What this node knows of all campaigns, archived ones among them; makes those of the settings before the first look. */
@Component
class KnownCampaigns {
    private static final Logger LOG = LoggerFactory.getLogger(KnownCampaigns.class);

    private final List<Campaign> first;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Shelf<CampaignId, StoredCampaign> shelf;
    private final Mirror<CampaignId, StoredCampaign> mirror;

    KnownCampaigns(
            MongoTemplate mongo,
            CampaignProperties settings,
            Pages pages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.first = settings.first(pages.zone());
        this.events = events;
        this.clock = clock;
        this.shelf = new Shelf<>(
                mongo, StoredCampaign.class, "campaign.version", StoredCampaign::id, StoredCampaign::version);
        this.mirror = new Mirror<>(shelf, CampaignId::new, id -> events.publishEvent(new CampaignChanged(id, true)));
    }

    Collection<StoredCampaign> all() {
        begin();
        return mirror.all().values();
    }

    Optional<StoredCampaign> find(CampaignId id) {
        begin();
        return mirror.find(id);
    }

    /** As it is in the store now, which a change begins with. */
    Optional<StoredCampaign> stored(CampaignId id) {
        begin();
        return shelf.find(id);
    }

    @Scheduled(fixedDelayString = "${pupitre.campaign.reread:2s}")
    void look() {
        try {
            readAgain();
        } catch (DataAccessException away) {
            LOG.warn("Expected to read the campaigns, but the store did not answer: {}", away.getMessage());
        }
    }

    private void begin() {
        if (mirror.isEmpty()) {
            readAgain();
        }
    }

    private void readAgain() {
        if (mirror.isEmpty()) {
            first.forEach(campaign -> {
                if (shelf.find(campaign.id()).isEmpty()) {
                    var _ = shelf.add(StoredCampaign.first(campaign, null, clock.instant()));
                }
            });
        }
        mirror.refresh().forEach(id -> events.publishEvent(new CampaignChanged(id, false)));
    }

    boolean add(StoredCampaign campaign) {
        return mirror.add(campaign);
    }

    boolean replace(StoredCampaign changed, StoredCampaign before) {
        return mirror.replace(changed, before);
    }

    boolean remove(StoredCampaign campaign) {
        return mirror.remove(campaign);
    }
}
