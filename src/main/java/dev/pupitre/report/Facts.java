package dev.pupitre.report;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationState;
import dev.pupitre.conversation.Decision;
import dev.pupitre.conversation.OpeningHours;
import dev.pupitre.conversation.Referral;
import dev.pupitre.conversation.Summary;
import dev.pupitre.conversation.Times;
import dev.pupitre.conversation.Times.Handled;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.survey.Score;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is counted of a conversation. */
@Component
class Facts {
    private final Campaigns campaigns;
    private final OpeningHours hours;

    Facts(Campaigns campaigns, OpeningHours hours) {
        this.campaigns = campaigns;
        this.hours = hours;
    }

    Fact of(Summary summary, Optional<Score> score) {
        var conversation = summary.conversation();
        var assistantAt = summary.automation().firstAnswerAt();
        var humanAt = conversation.firstResponseAt();
        var askedAt = summary.askedAt();
        var answered = askedAt == null || (humanAt != null && humanAt.isBefore(askedAt)) ? null : humanAt;
        var begun = begun(conversation, assistantAt, answered, askedAt);
        return new Fact(
                conversation.id().value(),
                conversation.version(),
                conversation.openedAt().getEpochSecond(),
                conversation.channel(),
                conversation.assignee() == null ? null : conversation.assignee().id(),
                outcome(conversation, assistantAt),
                conversation.times().waitingSeconds(),
                waitingInHours(conversation.times()),
                seconds(begun, answered),
                begun == null || answered == null
                        ? null
                        : (int) inHours(conversation.campaign(), begun, answered)
                                .toSeconds(),
                seconds(askedAt, earlier(assistantAt, answered)),
                assistantResponse(summary),
                own(conversation).map(Handled::seconds).orElse(null),
                inTime(conversation),
                assistantAt != null,
                score.map(Score::score).orElse(null),
                score.map(Score::comment).isPresent(),
                rules(summary.decisions()),
                source(conversation.referral()));
    }

    /** Of what an earlier version measured not, from the customer's first message on. */
    private static @Nullable Integer assistantResponse(Summary summary) {
        var times = summary.automation().times();
        return times == null || times.firstMillis() == null
                ? seconds(summary.askedAt(), summary.automation().firstAnswerAt())
                : Integer.valueOf((int) Duration.ofMillis(times.firstMillis()).toSeconds());
    }

    /** Of those who had it before, or for another campaign, by the campaign; no name for none. */
    Map<String, List<Fact>> shares(Fact fact, Conversation conversation) {
        var own = own(conversation);
        return conversation.times().handled().stream()
                .filter(handled -> !Optional.of(handled).equals(own))
                .collect(groupingBy(
                        handled -> Counting.campaign(handled.campaign()),
                        mapping(handled -> fact.share(handled.agent(), handled.seconds()), toList())));
    }

    /** What the one did in whose hands it ended. */
    private static Optional<Handled> own(Conversation conversation) {
        var assignee = conversation.assignee();
        return conversation.times().handled().stream()
                .filter(handled -> assignee != null
                        && handled.agent().equals(assignee.id())
                        && Objects.equals(handled.campaign(), conversation.campaign()))
                .findFirst();
    }

    /** The customer's first message, or the first queue after an AI agent. */
    private static @Nullable Instant begun(
            Conversation conversation,
            @Nullable Instant assistantAt,
            @Nullable Instant answered,
            @Nullable Instant askedAt) {
        var queuedAt = conversation.times().firstQueuedAt();
        return assistantAt == null || queuedAt == null || (answered != null && queuedAt.isAfter(answered))
                ? askedAt
                : queuedAt;
    }

    private static Fact.Outcome outcome(Conversation conversation, @Nullable Instant assistantAt) {
        if (conversation.state() == ConversationState.IGNORED) {
            return Fact.Outcome.IGNORED;
        }
        if (conversation.firstResponseAt() != null) {
            return Fact.Outcome.ANSWERED;
        }
        if (conversation.lostAt() != null) {
            return Fact.Outcome.ABANDONED;
        }
        return assistantAt != null && conversation.queuedAt() == null
                ? Fact.Outcome.CONTAINED
                : Fact.Outcome.UNANSWERED;
    }

    /** By the campaign's hours of today: tables keep no history of their own. */
    private Duration inHours(@Nullable CampaignId campaign, Instant from, Instant to) {
        return hours.openTime(campaigns.findOrCatchAll(campaign), from, to);
    }

    /** Each wait by the hours of the campaign in whose queue it was. */
    private @Nullable Integer waitingInHours(Times times) {
        var waited = times.waits().stream()
                .map(wait -> inHours(wait.campaign(), wait.from(), wait.to()))
                .reduce(Duration.ZERO, Duration::plus);
        return times.waits().isEmpty() ? null : Integer.valueOf((int) waited.toSeconds());
    }

    /** Missed by who has not been answered at all, too. */
    private static @Nullable Boolean inTime(Conversation conversation) {
        var due = conversation.firstResponseDueAt();
        var answered = conversation.firstResponseAt();
        var over = conversation.closedAt();
        if (due == null || (answered == null && (over == null || over.isBefore(due)))) {
            return null;
        }
        return answered != null && !answered.isAfter(due);
    }

    private static @Nullable Integer seconds(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null
                ? null
                : (int) Math.max(0, Duration.between(from, to).toSeconds());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return Stream.ofNullable(one)
                .filter(instant -> other == null || instant.isBefore(other))
                .findFirst()
                .orElse(other);
    }

    private static List<String> rules(List<Decision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.row() != null && decision.version() != null)
                .map(decision -> decision.table() + ":" + decision.version() + ":" + decision.row())
                .toList();
    }

    private static @Nullable String source(@Nullable Referral referral) {
        if (referral == null) {
            return null;
        }
        if (referral.ad() != null) {
            return "ad:" + referral.ad();
        }
        return referral.ref() == null ? null : "link:" + referral.ref();
    }
}
