package dev.pupitre.assistant;

import dev.pupitre.kernel.Secret;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The model behind campaigns whose assistant is one, {@code pupitre.assistant.*}; without an address and a name there is
 * none, and they hand over at once.
 *
 * @param baseUrl of an OpenAI-compatible interface, such as {@code https://api.example.com/v1}
 * @param key none where the endpoint asks for none
 * @param timeout for one answer; less than the engine's job timeout, after which another worker would ask again
 * @param answerTokens how long an answer may be
 * @param limitName by which name the endpoint knows that limit
 * @param inputPrice for a million tokens that it reads
 * @param outputPrice for a million tokens that it writes
 * @param entries how many entries it is given to answer from, the best of a search
 * @param memory how many earlier messages it is told
 */
@Validated
@ConfigurationProperties("pupitre.assistant")
record AssistantProperties(
        @Nullable URI baseUrl,
        @Nullable Secret key,
        @DefaultValue("") String model,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("400") @Min(16) @Max(8000) int answerTokens,
        @DefaultValue("MAX_TOKENS") LimitName limitName,
        @DefaultValue("0") @DecimalMin("0") BigDecimal inputPrice,
        @DefaultValue("0") @DecimalMin("0") BigDecimal outputPrice,
        @DefaultValue("5") @Min(1) @Max(50) int entries,
        @DefaultValue("10") @Min(0) @Max(100) int memory) {
    /** Chat completions: the older name is known nearly everywhere, the newer one is the only one some models take. */
    enum LimitName {
        MAX_TOKENS,
        MAX_COMPLETION_TOKENS
    }

    boolean hasModel() {
        return baseUrl != null && !model.isBlank();
    }
}
