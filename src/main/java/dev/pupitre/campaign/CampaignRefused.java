package dev.pupitre.campaign;

import dev.pupitre.kernel.Conflict;

/** What was asked cannot be done with the campaign as it is. */
final class CampaignRefused extends Conflict {
    CampaignRefused(String message) {
        super(message);
    }
}
