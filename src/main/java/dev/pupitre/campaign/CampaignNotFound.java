package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.NotFound;

/** There is no such campaign, and there was none that was ever in use. */
final class CampaignNotFound extends NotFound {
    CampaignNotFound(CampaignId id) {
        super("Expected a campaign %s, but there is none".formatted(id));
    }
}
