package dev.pupitre.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code messaging-policy} row by row, whoever evaluates it. */
abstract class MessagingPolicyCases {
    record Facts(
            @Nullable Double hoursSinceWindow,
            @Nullable Double hoursSinceMessage,
            String author,
            String purpose,
            String channel,
            String via,
            boolean humanAgent,
            boolean answeredPrivately,
            @Nullable Double daysSinceComment) {}

    record Verdict(
            boolean allowed,
            @Nullable String type,
            @Nullable String tag,
            @Nullable String code,
            @Nullable String reason) {}

    /** Hours since the window and the message, author, purpose, type and tag. */
    static final String ALLOWED = """
            0, 0, human, answer, RESPONSE,
            23.99, 23.99, human, answer, RESPONSE,
            23.99, 23.99, bot, answer, RESPONSE,
            23.99, 23.99, system, answer, RESPONSE,
            1, 1, human, proactive, UPDATE,
            1, 1, system, proactive, UPDATE,
            1, 500, bot, answer, RESPONSE,
            1, , human, answer, RESPONSE,
            24, 24, human, answer, MESSAGE_TAG, HUMAN_AGENT
            167.99, 167.99, human, answer, MESSAGE_TAG, HUMAN_AGENT
            , 30, human, answer, MESSAGE_TAG, HUMAN_AGENT
            """;

    /** Hours since the window and the message, author, whether the tag is granted, code and reason. */
    static final String REFUSED = """
            24, 24, human, false, HUMAN_AGENT_NOT_GRANTED, Human Agent
            24, 24, bot, true, AUTOMATIC_WINDOW_CLOSED, Automatic
            24, 24, system, true, AUTOMATIC_WINDOW_CLOSED, Automatic
            500, 500, bot, false, AUTOMATIC_WINDOW_CLOSED, Automatic
            30, 168, human, true, WINDOW_CLOSED, 7 days
            500, 500, human, true, WINDOW_CLOSED, 7 days
            500, 500, human, false, WINDOW_CLOSED, 7 days
            , , human, true, WINDOW_CLOSED, 7 days
            , , system, true, AUTOMATIC_WINDOW_CLOSED, Automatic
            30, , human, true, WINDOW_CLOSED, 7 days
            """;

    /** Way, whether answered privately before, days, whether allowed, type, code and reason. */
    static final String COMMENTS = """
            PUBLIC, false, 100, true,,,
            PUBLIC, true, , true,,,
            PRIVATE_REPLY, false, 6.99, true, RESPONSE,,
            PRIVATE_REPLY, false, 7, false,, COMMENT_TOO_OLD, for 7 days
            PRIVATE_REPLY, false, , false,, COMMENT_TOO_OLD, for 7 days
            PRIVATE_REPLY, true, 1, false,, COMMENT_ANSWERED_PRIVATELY, only once
            MESSENGER, false, 0, false,, COMMENT_OPENS_NO_THREAD, no private conversation
            """;

    abstract Verdict decide(Facts facts);

    @ParameterizedTest
    @CsvSource(textBlock = ALLOWED)
    void allowsWhatMetaDoes(
            @Nullable Double window,
            @Nullable Double message,
            String author,
            String purpose,
            String type,
            @Nullable String tag) {
        assertThat(decide(new Facts(window, message, author, purpose, "MESSENGER", "MESSENGER", true, false, null)))
                .isEqualTo(new Verdict(true, type, tag, null, null));
    }

    @ParameterizedTest
    @CsvSource(textBlock = REFUSED)
    void saysWhyTheRestIsRefused(
            @Nullable Double window,
            @Nullable Double message,
            String author,
            boolean humanAgent,
            String code,
            String reason) {
        var verdict =
                decide(new Facts(window, message, author, "answer", "MESSENGER", "MESSENGER", humanAgent, false, null));

        assertThat(verdict)
                .returns(false, Verdict::allowed)
                .returns(null, Verdict::type)
                .returns(null, Verdict::tag)
                .returns(code, Verdict::code);
        assertThat(verdict.reason()).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(textBlock = COMMENTS)
    void answersCommentsInPublicAndOnceInPrivate(
            String via,
            boolean answeredPrivately,
            @Nullable Double days,
            boolean allowed,
            @Nullable String type,
            @Nullable String code,
            @Nullable String reason) {
        var verdict = decide(new Facts(null, 0.0, "human", "answer", "COMMENT", via, true, answeredPrivately, days));

        assertThat(verdict)
                .returns(allowed, Verdict::allowed)
                .returns(type, Verdict::type)
                .returns(null, Verdict::tag)
                .returns(code, Verdict::code);
        if (reason == null) {
            assertThat(verdict.reason()).isNull();
        } else {
            assertThat(verdict.reason()).contains(reason);
        }
    }
}
