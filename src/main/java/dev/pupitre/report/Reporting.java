package dev.pupitre.report;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.kernel.CampaignId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes reports, and finds the conversations that a figure is made of. */
@Component
class Reporting {
    /**
     * Which conversations are asked for.
     *
     * @param campaign null for any, and so is the rest
     */
    record Filter(
            Period period,
            @Nullable CampaignId campaign,
            @Nullable String agent,
            @Nullable Channel channel) {
        boolean admits(Fact fact) {
            return period.contains(fact)
                    && (agent == null || agent.equals(fact.agent()))
                    && (channel == null || channel == fact.channel());
        }

        boolean isOfPeriodAlone() {
            return campaign == null && agent == null && channel == null;
        }
    }

    private final Library library;
    private final Campaigns campaigns;
    private final Names names;
    private final VerdictCounts verdicts;
    private final Clock clock;

    Reporting(Library library, Campaigns campaigns, Names names, VerdictCounts verdicts, Clock clock) {
        this.library = library;
        this.campaigns = campaigns;
        this.names = names;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    Report report(Filter filter) {
        var period = filter.period();
        var sheet = new Sheet(period);
        read(filter)
                .forEach(day ->
                        day.facts().stream().filter(filter::admits).forEach(fact -> sheet.add(day.campaign(), fact)));
        // Messages are counted without their conversations, so that nobody knows whose they were.
        if (filter.isOfPeriodAlone()) {
            sheet.add(verdicts.between(period.start(), period.end()));
        }
        return sheet.report(names, clock.instant());
    }

    /** Reads these days for whoever asks next. */
    void prepare(Period period) {
        var _ = read(new Filter(period, null, null, null));
    }

    /** The newest first. */
    List<Fact> commented(Filter filter) {
        return read(filter).stream()
                .flatMap(day -> day.facts().stream())
                .filter(filter::admits)
                .filter(Fact::commented)
                .sorted(Comparator.comparingLong(Fact::openedAt).reversed())
                .toList();
    }

    private List<Library.Shelved> read(Filter filter) {
        var asked = Optional.ofNullable(filter.campaign())
                .map(CampaignId::value)
                .map(List::of)
                .orElseGet(this::all);
        return library.read(filter.period()
                .daysInUtc()
                .flatMap(day -> asked.stream().map(campaign -> Day.idOf(day, campaign)))
                .toList());
    }

    /** And none: what the rules do not listen to has no campaign. */
    private List<String> all() {
        return Stream.concat(campaigns.withArchived().stream().map(Campaign::id).map(CampaignId::value), Stream.of(""))
                .toList();
    }
}
