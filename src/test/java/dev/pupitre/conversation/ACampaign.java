package dev.pupitre.conversation;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.CannedResponse;
import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Survey;
import dev.pupitre.campaign.Thresholds;
import dev.pupitre.kernel.CampaignId;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A campaign as most are, except for what is said otherwise. */
record ACampaign(Campaign usual) {
    static ACampaign named(String id) {
        return open(id, "always", ZoneOffset.UTC);
    }

    static ACampaign open(String id, String schedule, ZoneId zone) {
        return new ACampaign(Campaign.usual(new CampaignId(id), id, schedule, zone));
    }

    /** With these limits of time. */
    Campaign within(Thresholds limits) {
        return with(limits, usual.afterHours(), usual.cannedResponses(), usual.survey());
    }

    /** With these canned responses. */
    Campaign offering(List<CannedResponse> responses) {
        return with(usual.thresholds(), usual.afterHours(), responses, usual.survey());
    }

    /** With a survey at the end. */
    Campaign asking() {
        var survey = new Survey(true, Localised.NONE, Localised.NONE, Localised.NONE, 30);
        return with(usual.thresholds(), usual.afterHours(), usual.cannedResponses(), survey);
    }

    /** With this for customers who find the desk closed. */
    Campaign sendingAway(AfterHours afterHours) {
        return with(usual.thresholds(), afterHours, usual.cannedResponses(), usual.survey());
    }

    private Campaign with(Thresholds limits, AfterHours afterHours, List<CannedResponse> responses, Survey survey) {
        return new Campaign(
                usual.id(),
                usual.name(),
                usual.enabled(),
                usual.channels(),
                usual.pages(),
                usual.objective(),
                usual.strategy(),
                usual.schedule(),
                usual.zone(),
                limits,
                usual.waiting(),
                usual.maximumPerAgent(),
                usual.greeting(),
                afterHours,
                survey,
                usual.assistant(),
                responses,
                usual.members(),
                usual.tags(),
                1);
    }
}
