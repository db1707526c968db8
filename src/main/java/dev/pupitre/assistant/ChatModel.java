package dev.pupitre.assistant;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.pupitre.kernel.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks the model once; whatever goes wrong comes out as one kind of failure. */
@Component
class ChatModel implements DisposableBean {
    /** The model has not answered; the message says why, without what it was asked. */
    static final class NoAnswer extends Exception {
        NoAnswer(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private final AssistantProperties properties;
    private final @Nullable OpenAiChatModel model;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    ChatModel(AssistantProperties properties) {
        this.properties = properties;
        this.model =
                properties.hasModel() && properties.baseUrl() != null ? client(properties, properties.baseUrl()) : null;
    }

    private static OpenAiChatModel client(AssistantProperties properties, URI baseUrl) {
        var client = OpenAiChatModel.builder()
                .baseUrl(baseUrl.toString())
                .apiKey(Optional.ofNullable(properties.key()).map(Secret::value).orElse("none"))
                .modelName(properties.model())
                .timeout(properties.timeout())
                .maxRetries(0);
        switch (properties.limitName()) {
            case MAX_TOKENS -> client.maxTokens(properties.answerTokens());
            case MAX_COMPLETION_TOKENS -> client.maxCompletionTokens(properties.answerTokens());
        }
        return client.build();
    }

    /** The client's own time-out ends with the answer's first byte; this one with its last. */
    ChatResponse ask(List<ChatMessage> messages) throws NoAnswer {
        if (model == null) {
            throw new NoAnswer("Expected a model, but none is set up", null);
        }
        var call = calls.submit(() -> model.chat(messages));
        try {
            return call.get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            call.cancel(true);
            throw new NoAnswer("Expected an answer within " + properties.timeout() + ", but got none", late);
        } catch (ExecutionException failed) {
            throw new NoAnswer("Expected an answer, but the model failed", failed.getCause());
        } catch (InterruptedException stopping) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer("Expected an answer, but Pupitre stops", stopping);
        }
    }

    @Override
    public void destroy() {
        calls.shutdownNow();
    }
}
