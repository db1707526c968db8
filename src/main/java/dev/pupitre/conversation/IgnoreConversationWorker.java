package dev.pupitre.conversation;

import dev.pupitre.engine.ProcessRun;
import dev.pupitre.engine.TaskWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Ends a conversation that the table {@code listening} wants nothing of, or finds that the customer wrote more, which
 * the table then hears.
 */
@Component
class IgnoreConversationWorker implements TaskWorker<HeardFacts, IgnoreConversationWorker.Output> {
    record Output(boolean wroteMore, int heard, @Nullable String text) {}

    private final Closing closing;
    private final Decisions decisions;
    private final ProcessDrawings drawings;

    IgnoreConversationWorker(Closing closing, Decisions decisions, ProcessDrawings drawings) {
        this.closing = closing;
        this.decisions = decisions;
        this.drawings = drawings;
    }

    @Override
    public String taskType() {
        return "ignore-conversation";
    }

    @Override
    public Class<HeardFacts> inputType() {
        return HeardFacts.class;
    }

    @Override
    public Output handle(HeardFacts input) {
        return ignore(input, null);
    }

    @Override
    public Output handle(HeardFacts input, ProcessRun run) {
        return ignore(input, drawings.led(run));
    }

    private Output ignore(HeardFacts input, @Nullable Led led) {
        if (input.isUnheard()) {
            decisions.keep(input.conversationId(), decisions.explain("listening", input, input.told()));
        }
        var heard = input.heard() == null ? 1 : input.heard();
        return closing.ignore(input.conversationId(), heard, led)
                .map(more -> new Output(true, more.since(), AskedText.of(more.lastWords())))
                .orElseGet(() -> new Output(false, heard, input.text()));
    }
}
