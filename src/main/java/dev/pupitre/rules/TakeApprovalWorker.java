package dev.pupitre.rules;

import dev.pupitre.engine.TaskWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what somebody decided about a planned change, on Pupitre's screen or in Tasklist. */
@Component
class TakeApprovalWorker implements TaskWorker<TakeApprovalWorker.Input, PlanRun.Answer> {
    /**
     * What is known of it.
     *
     * @param decision what the form of the user task gave; null where it was decided on Pupitre's screen
     */
    record Input(
            String deploymentId,
            @Nullable String decision,
            @Nullable String comment) {}

    private final PlanRun run;

    TakeApprovalWorker(PlanRun run) {
        this.run = run;
    }

    @Override
    public String taskType() {
        return "take-approval";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public PlanRun.Answer handle(Input input) {
        return run.decide(input.deploymentId(), input.decision(), input.comment());
    }
}
