package dev.pupitre.conversation;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a conversation's campaign, whatever the table {@code listening} says, and keeps why it is this one. */
@Component
class Preparation {
    /** A campaign that takes the conversation, or why it does not. */
    record Prepared(
            StoredConversation conversation,
            Campaign campaign,
            ScheduleClock moment,
            boolean open,
            @Nullable Remark refusal) {}

    private final LiveConversations live;
    private final LiveCourse course;
    private final Campaigns campaigns;
    private final Decisions decisions;
    private final RulesProblems problems;
    private final Clock clock;

    Preparation(
            LiveConversations live,
            LiveCourse course,
            Campaigns campaigns,
            Decisions decisions,
            RulesProblems problems,
            Clock clock) {
        this.live = live;
        this.course = course;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * Empty when the conversation is over.
     *
     * @param led by the process that asks, where it is known
     */
    Optional<Prepared> prepare(HeardFacts input, @Nullable Led led) {
        var conversation = live.find(input.conversationId());
        if (conversation.isEmpty() || !conversation.get().state().isOpen()) {
            return Optional.empty();
        }
        var made = new ArrayList<Decision>();
        var campaign = campaignOf(conversation.get(), input, made);
        var refusal = conversation.get().campaign() == null ? refusal(campaign, conversation.get()) : null;
        if (refusal != null) {
            made.set(0, made.getFirst().remarked(refusal));
        }
        var moment = ScheduleClock.of(campaign, clock.instant());
        var open = refusal == null && foresee(input, campaign, moment, made);
        var all = Decisions.with(conversation.get().course().decisions(), made);
        return course.prepared(input.conversationId(), refusal == null ? campaign.id() : null, all, led)
                .map(prepared -> new Prepared(prepared, campaign, moment, open, refusal));
    }

    /** What the process asks the tables next; answers whether the desk is open. */
    private boolean foresee(HeardFacts input, Campaign campaign, ScheduleClock moment, List<Decision> made) {
        var hours = decisions.foresee(OpeningHours.TABLE, moment);
        made.add(hours);
        var open = !Boolean.FALSE.equals(hours.outputs().get("open"));
        if (open) {
            made.add(decisions.foresee("routing", input.at(campaign, moment)));
        }
        return open;
    }

    /** Found once: who waited for the desk to open is with a campaign already. */
    private Campaign campaignOf(StoredConversation conversation, HeardFacts input, List<Decision> made) {
        if (conversation.campaign() != null) {
            return campaigns.findOrCatchAll(conversation.campaign());
        }
        var told = input.told();
        var decision = decisions.explain("listening", input, told);
        made.add(decision);
        var named = told == null ? null : told.get("campaign");
        var campaign = named instanceof String name ? find(name) : Optional.<Campaign>empty();
        if (campaign.isEmpty()) {
            var kind = named instanceof String ? RulesProblems.Kind.UNKNOWN_CAMPAIGN : RulesProblems.Kind.WRONG_TYPE;
            problems.report(input.conversationId(), decision, "campaign", kind, String.valueOf(named));
        }
        reportWrongListen(input, decision, told);
        return campaign.orElseGet(campaigns::catchAll);
    }

    private void reportWrongListen(HeardFacts input, Decision decision, @Nullable Map<String, @Nullable Object> told) {
        var listen = told == null ? null : told.get("listen");
        if (!(listen instanceof Boolean)) {
            problems.report(
                    input.conversationId(), decision, "listen", RulesProblems.Kind.WRONG_TYPE, String.valueOf(listen));
        }
    }

    private Optional<Campaign> find(String name) {
        try {
            return campaigns.find(new CampaignId(name));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Why the campaign does not take it; null when it does. */
    private static @Nullable Remark refusal(Campaign campaign, StoredConversation conversation) {
        if (!campaign.enabled()) {
            return Remark.disabled(campaign.id());
        }
        var page = new PageId(conversation.page().id());
        if (!campaign.pages().isEmpty() && !campaign.pages().contains(page)) {
            return Remark.otherPage(campaign.id(), page.value());
        }
        var channel = Campaign.Channel.valueOf(conversation.origin().channel().name());
        return campaign.channels().contains(channel) ? null : Remark.otherChannel(campaign.id(), channel.name());
    }
}
