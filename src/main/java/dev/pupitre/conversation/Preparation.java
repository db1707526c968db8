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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds a conversation's campaign, whatever the table {@code listening} says, and keeps why it is this one. */
@Component
class Preparation {
    private static final String ROUTING = "routing";
    private static final String LOCALE = "locale";

    /**
     * A campaign that takes the conversation, or why it does not.
     *
     * @param locale as the next tables are asked about it
     */
    record Prepared(
            StoredConversation conversation,
            Campaign campaign,
            ScheduleClock moment,
            boolean open,
            @Nullable String locale,
            @Nullable Remark refusal) {}

    /** In the longest wait for what Meta tells another node. */
    private static final int LOOKS = 20;

    private final LiveConversations live;
    private final LiveCourse course;
    private final Fresh fresh;
    private final Campaigns campaigns;
    private final Decisions decisions;
    private final RulesProblems problems;
    private final Profiles profiles;
    private final Clock clock;

    Preparation(
            LiveConversations live,
            LiveCourse course,
            Fresh fresh,
            Campaigns campaigns,
            Decisions decisions,
            RulesProblems problems,
            Profiles profiles,
            Clock clock) {
        this.live = live;
        this.course = course;
        this.fresh = fresh;
        this.campaigns = campaigns;
        this.decisions = decisions;
        this.problems = problems;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * Empty when the conversation is over.
     *
     * @param led by the process that asks, where it is known
     */
    Optional<Prepared> prepare(HeardFacts input, @Nullable Led led) {
        var id = input.conversationId();
        var prepared = fresh.takeOpened(id)
                .flatMap(opened -> prepare(opened, input, all -> course.preparedFirst(id, all.campaign, all.made, led)))
                .or(() -> live.find(id)
                        .filter(conversation -> conversation.state().isOpen())
                        .flatMap(
                                read -> prepare(read, input, all -> course.prepared(id, all.campaign, all.made, led))));
        prepared.filter(done -> done.refusal() == null).ifPresent(done -> fresh.prepared(done.conversation()));
        return prepared;
    }

    /** What is written of it: a campaign where one takes it, and all that was decided. */
    private record Outcome(@Nullable CampaignId campaign, List<Decision> made) {}

    private Optional<Prepared> prepare(
            StoredConversation conversation, HeardFacts input, Function<Outcome, Optional<StoredConversation>> write) {
        var made = new ArrayList<Decision>();
        var campaign = campaignOf(conversation, input, made);
        var refusal = conversation.campaign() == null ? refusal(campaign, conversation) : null;
        if (refusal != null) {
            var listened = made.getFirst().remarked(refusal);
            made.set(0, listened);
            problems.report(
                    input.conversationId(),
                    listened,
                    "campaign",
                    RulesProblems.Kind.CAMPAIGN_NOT_HERE,
                    campaign.id().value());
        }
        var moment = ScheduleClock.of(campaign, clock.instant());
        var facts = refusal == null ? introduced(input, conversation) : input;
        var open = refusal == null && foresee(facts, campaign, moment, made);
        var all = Decisions.with(conversation.course().decisions(), made);
        return write.apply(new Outcome(refusal == null ? campaign.id() : null, all))
                .map(prepared -> new Prepared(prepared, campaign, moment, open, facts.locale(), refusal));
    }

    /**
     * Who writes for the first time is not known when the process begins, but a moment later. It is waited for that only
     * where a row of the next table may go by it.
     */
    private HeardFacts introduced(HeardFacts input, StoredConversation conversation) {
        if (input.locale() != null || !decisions.askFor(ROUTING, LOCALE)) {
            return input;
        }
        var known = profiles.introduced(conversation).profile();
        return Optional.ofNullable(known)
                .or(() -> toldSince(conversation))
                .map(CustomerProfile::locale)
                .map(input::from)
                .orElse(input);
    }

    /** What this node has opened a moment ago was read before it was told, and another node may be asking Meta. */
    private Optional<CustomerProfile> toldSince(StoredConversation conversation) {
        for (int look = 0; ; look++) {
            var told = live.find(conversation.conversationId()).map(StoredConversation::profile);
            var isAsked = conversation.origin().channel() == Channel.MESSENGER
                    && clock.instant().isBefore(conversation.openedAt().plus(Profiles.LONGEST_WAIT));
            if (told.isPresent() || !isAsked || look == LOOKS) {
                return told;
            }
            try {
                Thread.sleep(Profiles.LONGEST_WAIT.dividedBy(LOOKS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return told;
            }
        }
    }

    /** What the process asks the tables next; answers whether the desk is open. */
    private boolean foresee(HeardFacts input, Campaign campaign, ScheduleClock moment, List<Decision> made) {
        var hours = decisions.foresee(OpeningHours.TABLE, moment);
        made.add(hours);
        var said = hours.outputs().get("open");
        if (!(said instanceof Boolean)) {
            reportWrongType(input, hours, "open", said);
        }
        var open = !Boolean.FALSE.equals(said);
        if (open) {
            made.add(decisions.foresee(ROUTING, input.at(campaign, moment)));
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
            reportWrongType(input, decision, "listen", listen);
        }
    }

    private void reportWrongType(HeardFacts input, Decision decision, String output, @Nullable Object said) {
        problems.report(input.conversationId(), decision, output, RulesProblems.Kind.WRONG_TYPE, String.valueOf(said));
    }

    private Optional<Campaign> find(String name) {
        try {
            return campaigns.findInUse(new CampaignId(name));
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
