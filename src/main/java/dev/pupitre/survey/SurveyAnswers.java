package dev.pupitre.survey;

import dev.pupitre.conversation.Afterwards;
import dev.pupitre.conversation.Postscripts;
import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Tells the answers to surveys from all else that customers write.
 *
 * <p>A pressed score is an answer whenever it comes. A typed one is while it is fresh, and so is the text after a
 * question for a comment; everything else opens a conversation, as if nobody had asked.
 */
@Component
class SurveyAnswers implements Afterwards {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyAnswers.class);
    private static final Pattern TYPED = Pattern.compile("\\s*([1-5])\\s*(/\\s*5\\s*)?[.!]?\\s*");
    /** Meta's clock and ours may differ by so much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

    private static final Duration UNTIL_THE_PROCESS_WAITS = Duration.ofHours(1);

    /** Variables of {@code survey-answered}. */
    record Answered(int score) {}

    private final SurveyResults results;
    private final Surveys surveys;
    private final Postscripts postscripts;
    private final Engine engine;
    private final SurveyProperties properties;
    private final ApplicationEventPublisher events;

    SurveyAnswers(
            SurveyResults results,
            Surveys surveys,
            Postscripts postscripts,
            Engine engine,
            SurveyProperties properties,
            ApplicationEventPublisher events) {
        this.results = results;
        this.surveys = surveys;
        this.postscripts = postscripts;
        this.engine = engine;
        this.properties = properties;
        this.events = events;
    }

    @Override
    public boolean takes(Answer answer) {
        if (answer.payload() != null) {
            return SurveyPayload.of(answer.payload())
                    .map(pressed -> isPressed(pressed, answer))
                    .orElse(false);
        }
        return results.last(answer.thread()).map(last -> isTyped(last, answer)).orElse(false);
    }

    private boolean isPressed(SurveyPayload pressed, Answer answer) {
        var asked = results.find(pressed.conversation());
        if (asked.isEmpty() || !answer.thread().equals(asked.get().thread())) {
            return false;
        }
        if (pressed.score() == null) {
            comment(asked.get(), answer, "");
        } else {
            rate(asked.get(), answer, pressed.score());
        }
        return true;
    }

    private boolean isTyped(SurveyResult last, Answer answer) {
        if (answer.mid().equals(last.ratedBy()) || isFreshScore(last, answer)) {
            typedScore(answer).ifPresent(score -> rate(last, answer, score));
            return true;
        }
        if (answer.mid().equals(last.commentedBy()) || isFreshComment(last, answer)) {
            comment(last, answer, answer.text());
            return true;
        }
        return false;
    }

    private boolean isFreshScore(SurveyResult last, Answer answer) {
        return last.score() == null
                && isWithin(last.askedAt(), properties.typedWithin(), answer.at())
                && typedScore(answer).isPresent();
    }

    private boolean isFreshComment(SurveyResult last, Answer answer) {
        var asked = last.commentAskedAt();
        return asked != null
                && last.awaitsComment()
                && !answer.text().isBlank()
                && last.ratedAt() != null
                && !answer.at().isBefore(last.ratedAt())
                && isWithin(asked, properties.commentWithin(), answer.at());
    }

    private static boolean isWithin(Instant asked, Duration time, Instant at) {
        return !at.isBefore(asked.minus(CLOCK_SKEW)) && !at.isAfter(asked.plus(time));
    }

    private static Optional<Integer> typedScore(Answer answer) {
        var typed = TYPED.matcher(answer.text());
        return typed.matches() ? Optional.of(Integer.valueOf(typed.group(1))) : Optional.empty();
    }

    /** Another score after the first is shown, but changes nothing. */
    private void rate(SurveyResult asked, Answer answer, int score) {
        var rated = results.rate(asked.conversation(), score, answer.mid(), answer.at());
        postscripts.answered(asked.conversation(), answer);
        rated.ifPresent(result -> {
            if (result.score() != null) {
                postscripts.rated(result.conversation(), result.score());
            }
            events.publishEvent(new SurveyAnswered(result.conversation()));
            surveys.goOn(result);
            tellProcess(result, score);
        });
    }

    private void comment(SurveyResult asked, Answer answer, String text) {
        var commented = results.comment(asked.conversation(), text.isBlank() ? null : text, answer.mid());
        postscripts.answered(asked.conversation(), answer);
        commented.ifPresent(result -> {
            events.publishEvent(new SurveyAnswered(result.conversation()));
            surveys.end(result);
        });
    }

    /** The answer is kept without it: a process that does not hear of it ends by its timer. */
    private void tellProcess(SurveyResult rated, int score) {
        try {
            engine.publish(new EngineMessage(
                    "survey-answered",
                    rated.conversation().value(),
                    "survey:" + rated.conversation(),
                    UNTIL_THE_PROCESS_WAITS,
                    new Answered(score)));
        } catch (EngineUnavailable away) {
            LOG.info("The process of the survey of {} ends by its timer: {}", rated.conversation(), away.getMessage());
        }
    }
}
