package dev.pupitre.survey;

import dev.pupitre.kernel.ConversationId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a pressed answer brings back: whose survey it answers, and with what.
 *
 * @param score none for the customer who has no comment to make
 */
record SurveyPayload(ConversationId conversation, @Nullable Integer score) {
    private static final String PREFIX = "pupitre:survey:";
    private static final Pattern FORM =
            Pattern.compile(PREFIX + "(?<conversation>[0-9a-f-]{36}):(?<answer>[1-5]|none)");

    static String score(ConversationId conversation, int score) {
        return PREFIX + conversation + ":" + score;
    }

    static String noComment(ConversationId conversation) {
        return PREFIX + conversation + ":none";
    }

    /** Empty for the payload of anything else. */
    static Optional<SurveyPayload> of(@Nullable String payload) {
        var form = FORM.matcher(payload == null ? "" : payload);
        if (!form.matches()) {
            return Optional.empty();
        }
        var answer = form.group("answer");
        return Optional.of(new SurveyPayload(
                new ConversationId(form.group("conversation")),
                answer.equals("none") ? null : Integer.valueOf(answer)));
    }
}
