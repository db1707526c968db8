package dev.pupitre.assistant;

import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.NotFound;

/** There is no campaign with this id. */
class NoSuchCampaign extends NotFound {
    NoSuchCampaign(CampaignId id) {
        super("Expected a campaign with the id %s, but there is none".formatted(id));
    }
}
