package dev.pupitre.assistant;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.TokenUsage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the model costs, in millionths: a price for a million tokens is the millionths for one.
 *
 * @param input for what it reads
 * @param output for what it writes
 */
record Prices(BigDecimal input, BigDecimal output) {
    /** What the chat format adds to a message is a handful of tokens. */
    private static final int AROUND_A_MESSAGE = 16;

    /** As of a model of one's own. */
    boolean areNothing() {
        return input.signum() == 0 && output.signum() == 0;
    }

    /** At most so much: no tokenizer makes more tokens of a text than it has bytes. */
    long atMost(List<ChatMessage> messages, int answerTokens) {
        var bytes = messages.stream()
                .mapToLong(message -> AROUND_A_MESSAGE + text(message).getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return cost(bytes, answerTokens);
    }

    /** What it has cost; empty where the endpoint does not tell. */
    Optional<Long> of(@Nullable TokenUsage usage) {
        return usage == null || usage.inputTokenCount() == null || usage.outputTokenCount() == null
                ? Optional.empty()
                : Optional.of(cost(usage.inputTokenCount(), usage.outputTokenCount()));
    }

    /** As a limit that a campaign sets, in whole units of the currency. */
    static long millionths(BigDecimal amount) {
        return amount.movePointRight(6).setScale(0, RoundingMode.FLOOR).longValue();
    }

    private long cost(long inputTokens, long outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .setScale(0, RoundingMode.CEILING)
                .longValue();
    }

    private static String text(ChatMessage message) {
        return switch (message) {
            case SystemMessage system -> system.text();
            case UserMessage user -> user.singleText();
            case AiMessage answer -> answer.text();
            default -> throw new IllegalArgumentException("Expected a text, but got a " + message.type());
        };
    }
}
