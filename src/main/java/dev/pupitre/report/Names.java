package dev.pupitre.report;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.UserId;
import org.springframework.stereotype.Component;

/** How people call what a report is about; what is not there any more has but its id. */
@Component
class Names {
    private final Campaigns campaigns;
    private final People people;

    Names(Campaigns campaigns, People people) {
        this.campaigns = campaigns;
        this.people = people;
    }

    /** @param id empty for none */
    String campaign(String id) {
        return id.isEmpty()
                ? ""
                : campaigns.find(new CampaignId(id)).map(Campaign::name).orElse(id);
    }

    String agent(String id) {
        return people.name(new UserId(id)).orElse(id);
    }
}
