package dev.pupitre.conversation;

import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.engine.EngineState;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out why conversations do not move. What concerns all of them is asked once a look. */
@Component
class Causes {
    private final EngineState engine;
    private final TableTrials tables;

    Causes(EngineState engine, TableTrials tables) {
        this.engine = engine;
        this.tables = tables;
    }

    /** One look at the engine, for as many conversations as there are. */
    final class Look {
        private final Optional<Cause> forAll =
                engine.outage().map(detail -> new Cause(Cause.Kind.ENGINE_DOWN, null, null, detail));
        private final TableTrials.Trial trial = tables.begin();

        boolean isEngineDown() {
            return forAll.isPresent();
        }

        Cause of(StoredConversation conversation, Standstill standstill) {
            return forAll.or(() -> unattended(standstill.step()))
                    .or(() -> failed(conversation, standstill))
                    .or(() -> gone(conversation))
                    .or(() -> trial.broken(conversation, standstill.step()))
                    .orElse(Cause.UNKNOWN);
        }
    }

    Look look() {
        return new Look();
    }

    /** Whether the process that leads it is not there any more, as far as is known. */
    boolean isGone(StoredConversation conversation) {
        return gone(conversation).isPresent();
    }

    private Optional<Cause> unattended(Step step) {
        return engine.unattended(jobsOf(step)).map(type -> new Cause(Cause.Kind.NO_WORKER, type, null, null));
    }

    /** The jobs of the model that may come next. */
    private static List<String> jobsOf(Step step) {
        return switch (step) {
            case DECIDE, OPEN ->
                List.of("prepare-conversation", "ignore-conversation", "send-away-message", "queue-conversation");
            case ANSWER -> List.of("assistant-turn", "queue-conversation");
            case QUEUE -> List.of("queue-conversation");
            case CLOSE -> List.of("close-conversation");
            case WAIT, ASSIGN, TELL -> List.of();
        };
    }

    private static Optional<Cause> failed(StoredConversation conversation, Standstill standstill) {
        return Optional.ofNullable(conversation.course().trail().failure())
                .filter(failure -> !failure.at().isBefore(standstill.since()))
                .map(failure -> new Cause(Cause.Kind.JOB_FAILED, failure.taskType(), null, failure.message()));
    }

    private Optional<Cause> gone(StoredConversation conversation) {
        return Optional.ofNullable(conversation.course().trail().process())
                .filter(engine::isGone)
                .map(process -> Cause.PROCESS_GONE);
    }
}
