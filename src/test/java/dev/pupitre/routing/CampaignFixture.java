package dev.pupitre.routing;

import dev.pupitre.campaign.AfterHours;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Localised;
import dev.pupitre.campaign.Members;
import dev.pupitre.campaign.Strategy;
import dev.pupitre.campaign.Thresholds;
import dev.pupitre.campaign.Waiting;
import dev.pupitre.kernel.CampaignId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Campaigns with what matters to routing; everyone answers them unless members are named. */
final class CampaignFixture {
    private final String id;
    private final List<Members.Member> members = new ArrayList<>();
    private Strategy strategy = Strategy.LEAST_BUSY;
    private int maximumPerAgent;
    private int offer;
    private int longWait = 120;
    private int dropout = 600;
    private boolean enabled = true;
    private Waiting waiting = Waiting.UNBOUNDED;
    private AfterHours afterHours = AfterHours.USUAL;

    private CampaignFixture(String id) {
        this.id = id;
    }

    static CampaignFixture campaign(String id) {
        return new CampaignFixture(id);
    }

    CampaignFixture by(Strategy strategy) {
        this.strategy = strategy;
        return this;
    }

    CampaignFixture member(String user, String... expertise) {
        members.add(new Members.Member(user, Set.of(expertise), null));
        return this;
    }

    CampaignFixture memberWith(String user, int capacity) {
        members.add(new Members.Member(user, Set.of(), capacity));
        return this;
    }

    CampaignFixture atMostPerAgent(int maximum) {
        this.maximumPerAgent = maximum;
        return this;
    }

    CampaignFixture offering(int seconds) {
        this.offer = seconds;
        return this;
    }

    CampaignFixture disabled() {
        enabled = false;
        return this;
    }

    /** Seconds until a customer is told that it takes long, and until they count as lost; 0 for never. */
    CampaignFixture patience(int longWait, int dropout) {
        this.longWait = longWait;
        this.dropout = dropout;
        return this;
    }

    CampaignFixture waiting(int maximum, Waiting.Overflow overflow, @Nullable String team) {
        this.waiting =
                new Waiting(maximum, overflow, team, new Localised(Map.of("default", "We are busy")), Localised.NONE);
        return this;
    }

    CampaignFixture whenClosed(AfterHours.Then then) {
        afterHours = new AfterHours(Localised.NONE, then, 12);
        return this;
    }

    CampaignFixture tellingWhoWaits(String text) {
        this.waiting =
                new Waiting(0, Waiting.Overflow.KEEP, null, Localised.NONE, new Localised(Map.of("default", text)));
        return this;
    }

    Campaign build() {
        var usual = Campaign.usual(new CampaignId(id), id, "always", ZoneOffset.UTC);
        return new Campaign(
                usual.id(),
                usual.name(),
                enabled,
                usual.channels(),
                usual.pages(),
                "",
                strategy,
                usual.schedule(),
                usual.zone(),
                new Thresholds(60, 80, dropout, longWait, offer, 0, 0),
                waiting,
                maximumPerAgent,
                usual.greeting(),
                afterHours,
                usual.survey(),
                usual.assistant(),
                List.of(),
                members.isEmpty() ? Members.EVERYONE : new Members(false, members),
                Set.of(),
                1);
    }
}
