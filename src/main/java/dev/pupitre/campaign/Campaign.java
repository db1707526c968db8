package dev.pupitre.campaign;

import dev.pupitre.kernel.CampaignId;
import java.time.ZoneId;

/** What a group of conversations has in common: its name on the screens, and its schedule of business hours with the zone it is told in. */
public record Campaign(CampaignId id, String name, String schedule, ZoneId zone) {}
