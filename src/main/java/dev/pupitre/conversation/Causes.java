package dev.pupitre.conversation;

import dev.pupitre.conversation.Standstill.Step;
import dev.pupitre.conversation.Stuck.Cause;
import dev.pupitre.engine.EngineState;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out why conversations do not move. What concerns all of them is asked once a look. */
@Component
class Causes {
    /** @param tablesWell whether the tables were evaluated, and without any fault */
    record Finding(Cause cause, boolean tablesWell) {
        static final Finding UNKNOWN = new Finding(Cause.UNKNOWN, false);
        static final Finding TABLES_WELL = new Finding(Cause.UNKNOWN, true);
    }

    private final EngineState engine;
    private final TableTrials tables;
    private final WatchdogProperties properties;
    private final Clock clock;

    Causes(EngineState engine, TableTrials tables, WatchdogProperties properties, Clock clock) {
        this.engine = engine;
        this.tables = tables;
        this.properties = properties;
        this.clock = clock;
    }

    /** One look at the engine, for as many conversations as there are; what it does not say in time stays unknown. */
    final class Look {
        private final Enquiry enquiry = new Enquiry(clock, properties.enquiry());
        private final Optional<Cause> forAll = enquiry.ask(engine::outage)
                .flatMap(outage -> outage)
                .map(detail -> new Cause(Cause.Kind.ENGINE_DOWN, null, null, detail));
        private final TableTrials.Trial trial = tables.begin(enquiry);
        private final Processes processes = new Processes(engine, enquiry);

        /** Has the engine asked about their processes, as many at once as may be. */
        void askAfter(Collection<StoredConversation> conversations) {
            if (forAll.isEmpty()) {
                processes.askAfter(conversations);
            }
        }

        /** Whether there is time to ask after more of them. */
        boolean isOpen() {
            return forAll.isEmpty() && enquiry.isOpen();
        }

        /** Empty where the engine did not say, or was not asked. */
        Optional<Boolean> isGone(StoredConversation conversation) {
            return processes.isGone(conversation);
        }

        Finding of(StoredConversation conversation, Standstill standstill) {
            return forAll.or(() -> unattended(standstill.step()))
                    .or(() -> failed(conversation, standstill))
                    .or(() -> isGone(conversation).filter(Boolean::booleanValue).map(_ -> Cause.PROCESS_GONE))
                    .map(cause -> new Finding(cause, false))
                    .orElseGet(() -> trial.of(conversation, standstill.step()));
        }
    }

    Look look() {
        return new Look();
    }

    /** Asks for the processes of all these, for no longer than a look may take. */
    Processes processesOf(Collection<StoredConversation> conversations) {
        var processes = new Processes(engine, new Enquiry(clock, properties.enquiry()));
        processes.askAfter(conversations);
        return processes;
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
}
