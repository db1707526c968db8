package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;

/**
 * A campaign was made, changed or removed; every node tells, within seconds.
 *
 * @param here whether this node changed it, or has only seen it
 */
public record CampaignChanged(CampaignId campaign, boolean here) {}
