package dev.pupitre.conversation;

import dev.pupitre.engine.TaskWorker;
import dev.pupitre.kernel.ConversationId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a conversation that the table {@code listening} wants nothing of, or finds that the customer wrote more, which
 * the table then hears.
 */
@Component
class IgnoreConversationWorker implements TaskWorker<IgnoreConversationWorker.Input, IgnoreConversationWorker.Output> {
    /**
     * What the table heard, and what it said.
     *
     * @param heard how many messages the table has heard; none stands for the first one
     */
    record Input(
            ConversationId conversationId,
            @Nullable Integer heard,
            @Nullable String page,
            @Nullable String kind,
            @Nullable String text,
            @Nullable String post,
            @Nullable String referralSource,
            @Nullable String referralRef,
            @Nullable String ad,
            @Nullable String locale,
            @Nullable String weekday,
            @Nullable String localTime,
            @Nullable Object listening) {
        /** What the table said; nothing where it has but one output, or another hit policy. */
        Map<String, @Nullable Object> told() {
            return Decisions.outputs(listening);
        }

        /** A campaign that does not take what the table listens to has said so itself. */
        boolean isUnheard() {
            return listening == null || Boolean.FALSE.equals(told().get("listen"));
        }
    }

    record Output(boolean wroteMore, int heard, @Nullable String text) {}

    private final Closing closing;
    private final Decisions decisions;

    IgnoreConversationWorker(Closing closing, Decisions decisions) {
        this.closing = closing;
        this.decisions = decisions;
    }

    @Override
    public String taskType() {
        return "ignore-conversation";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        if (input.isUnheard()) {
            decisions.keep(input.conversationId(), decisions.explain("listening", input, input.told()));
        }
        var heard = input.heard() == null ? 1 : input.heard();
        return closing.ignore(input.conversationId(), heard)
                .map(more -> new Output(true, more.since(), StartFacts.normalised(more.lastWords())))
                .orElseGet(() -> new Output(false, heard, input.text()));
    }
}
