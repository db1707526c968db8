package dev.pupitre.survey;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Survey;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.Conversation;
import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.InboundEvent;
import dev.pupitre.conversation.Postscripts;
import dev.pupitre.conversation.QuickReply;
import dev.pupitre.conversation.Reason;
import dev.pupitre.conversation.Wordings;
import dev.pupitre.engine.JobFailed;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Asks for a score from 1 to 5 when a conversation is over, and then for a comment.
 *
 * <p>What cannot be asked leaves a line in the transcript that says why. Every step may be repeated.
 */
@Component
class Surveys {
    static final String STEP = "survey";
    /** Of its own: once the task is mended, the survey itself is still to be sent. */
    static final String HELD_UP_STEP = "survey-held-up";

    static final String COMMENT_STEP = "survey-comment";
    static final String THANKS_STEP = "survey-thanks";

    private final Postscripts postscripts;
    private final Wordings wordings;
    private final Campaigns campaigns;
    private final SurveyResults results;
    private final Clock clock;

    Surveys(Postscripts postscripts, Wordings wordings, Campaigns campaigns, SurveyResults results, Clock clock) {
        this.postscripts = postscripts;
        this.wordings = wordings;
        this.campaigns = campaigns;
        this.results = results;
        this.clock = clock;
    }

    /** Returns whether the customer was asked. */
    boolean ask(ConversationId id) {
        var over = postscripts
                .find(id)
                .filter(conversation -> surveyOf(conversation).on());
        if (over.isEmpty()) {
            return false;
        }
        var conversation = over.get();
        var survey = surveyOf(conversation);
        var question = wordings.render(UsualQuestions.question(survey.question()), conversation);
        if (results.find(id).isEmpty()) {
            var reason = reasonAgainst(conversation, survey, question);
            if (reason.isPresent()) {
                postscripts.notSent(id, STEP, reason.get());
                return false;
            }
            results.begin(SurveyResult.asked(
                    id, threadOf(conversation), conversation.campaign(), agentOf(conversation), clock.instant()));
        }
        postscripts.send(id, STEP, question, scores(id));
        return true;
    }

    private Optional<Reason> reasonAgainst(Conversation conversation, Survey survey, String question) {
        if (conversation.channel() != Channel.MESSENGER) {
            return Optional.of(NotAsked.SURVEY_PRIVATE_ONLY.because());
        }
        return postscripts.refusal(conversation.id(), question).or(() -> reasonToSpare(conversation, survey));
    }

    private Optional<Reason> reasonToSpare(Conversation conversation, Survey survey) {
        var now = clock.instant();
        var since = now.minus(Duration.ofDays(survey.notAgainDays()));
        var thread = threadOf(conversation);
        results.last(thread)
                .map(SurveyResult::conversation)
                .filter(before -> postscripts.isRefused(before, STEP))
                .ifPresent(before -> results.release(thread, before));
        return results.claim(thread, conversation.id(), since, now)
                ? Optional.empty()
                : Optional.of(NotAsked.SURVEYED_RECENTLY.because(survey.notAgainDays()));
    }

    /** Who looks for the survey finds in the transcript that the engine waits for somebody to mend it. */
    @EventListener
    void on(JobFailed failed) {
        if (failed.retriesLeft() == 0 && failed.taskType().equals(AskSurveyWorker.TASK) && failed.subject() != null) {
            postscripts.notSent(new ConversationId(failed.subject()), HELD_UP_STEP, NotAsked.SURVEY_HELD_UP.because());
        }
    }

    private static List<QuickReply> scores(ConversationId id) {
        return IntStream.rangeClosed(SurveyResult.LOWEST, SurveyResult.HIGHEST)
                .mapToObj(score -> new QuickReply(String.valueOf(score), SurveyPayload.score(id, score)))
                .toList();
    }

    /** After the score: the question for a comment, or thanks. */
    void goOn(SurveyResult rated) {
        postscripts.find(rated.conversation()).ifPresent(conversation -> {
            var locale = conversation.customer().locale();
            var question = wordings.render(surveyOf(conversation).commentQuestion(), conversation);
            if (question.isBlank()) {
                thank(conversation);
            } else {
                results.askComment(conversation.id(), clock.instant());
                var none = new QuickReply(UsualQuestions.noComment(locale), SurveyPayload.noComment(conversation.id()));
                postscripts.send(conversation.id(), COMMENT_STEP, question, List.of(none));
            }
        });
    }

    /** After the last answer. */
    void end(SurveyResult answered) {
        postscripts.find(answered.conversation()).ifPresent(this::thank);
    }

    private void thank(Conversation conversation) {
        var thanks = wordings.render(surveyOf(conversation).thanks(), conversation);
        if (!thanks.isBlank()) {
            postscripts.send(conversation.id(), THANKS_STEP, thanks, List.of());
        }
    }

    /** Its score stays. */
    @EventListener
    void on(ConversationEvent.Erased erased) {
        results.forget(erased.conversation());
    }

    private Survey surveyOf(Conversation conversation) {
        return Optional.ofNullable(conversation.campaign())
                .flatMap(campaigns::find)
                .map(Campaign::survey)
                .orElse(Survey.OFF);
    }

    private static @Nullable String agentOf(Conversation conversation) {
        return conversation.assignee() == null ? null : conversation.assignee().id();
    }

    private static String threadOf(Conversation conversation) {
        return InboundEvent.privateThread(
                new PageId(conversation.page().id()), conversation.customer().id());
    }
}
