package dev.pupitre.report;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Summaries;
import dev.pupitre.conversation.Summary;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.report.Uncounted.Due;
import dev.pupitre.survey.Scores;
import dev.pupitre.survey.SurveyAnswered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts conversations when they are over, and once more when their customers have said how they were, or are erased.
 *
 * <p>What is to be counted is noted before the conversation leaves the open ones, and the note goes after it has been
 * counted; to count twice changes nothing.
 */
@Component
class Counting {
    private static final Logger LOG = LoggerFactory.getLogger(Counting.class);
    private static final int AT_ONCE = 500;

    private record Counted(String day, Fact fact) {}

    private final Uncounted uncounted;
    private final Summaries summaries;
    private final Scores scores;
    private final Facts facts;
    private final Days days;

    Counting(Uncounted uncounted, Summaries summaries, Scores scores, Facts facts, Days days) {
        this.uncounted = uncounted;
        this.summaries = summaries;
        this.scores = scores;
        this.facts = facts;
        this.days = days;
    }

    @EventListener
    void on(ConversationEvent.Recorded recorded) {
        uncounted.add(recorded.conversation());
    }

    @EventListener
    void on(SurveyAnswered answered) {
        uncounted.add(answered.conversation());
    }

    @EventListener
    void on(ConversationEvent.Erased erased) {
        uncounted.add(erased.conversation());
    }

    @Scheduled(fixedDelayString = "${pupitre.report.count-every:2s}")
    void count() {
        try {
            while (countSome() == AT_ONCE) {
                LOG.debug("There is more to count");
            }
        } catch (DataAccessException away) {
            LOG.warn("Expected to count conversations, but the store did not answer: {}", away.getMessage());
        }
    }

    private int countSome() {
        var due = uncounted.some(AT_ONCE);
        var counted = due.stream().flatMap(each -> counted(each).stream()).toList();
        counted.stream().collect(Collectors.groupingBy(Counted::day)).forEach(this::add);
        due.forEach(uncounted::remove);
        return due.size();
    }

    private void add(String day, List<Counted> counted) {
        days.add(day, counted.stream().map(Counted::fact).toList());
    }

    /** One that cannot be counted must not keep the others from it. */
    private List<Counted> counted(Due due) {
        try {
            return summaries
                    .find(due.conversation())
                    .filter(Counting::isToBeCounted)
                    .map(this::counted)
                    .orElse(List.of());
        } catch (DataAccessException away) {
            throw away;
        } catch (RuntimeException odd) {
            LOG.error("Conversation {} is in no report, as it cannot be counted", due.conversation(), odd);
            return List.of();
        }
    }

    private List<Counted> counted(Summary summary) {
        var conversation = summary.conversation();
        var fact = facts.of(summary, scores.find(conversation.id()));
        var counted = new ArrayList<Counted>();
        counted.add(counted(campaign(conversation.campaign()), fact));
        facts.shares(fact, conversation)
                .forEach((campaign, shares) -> shares.forEach(share -> counted.add(counted(campaign, share))));
        return counted;
    }

    private static Counted counted(String campaign, Fact fact) {
        return new Counted(Day.idOf(Day.dayOf(fact), campaign), fact);
    }

    static String campaign(@Nullable CampaignId campaign) {
        return campaign == null ? "" : campaign.value();
    }

    /** One that an agent went on with is counted when it is over again, and never where nobody said anything in it. */
    private static boolean isToBeCounted(Summary summary) {
        var state = summary.conversation().state();
        return !summary.vain() && (state == ConversationState.CLOSED || state == ConversationState.IGNORED);
    }
}
