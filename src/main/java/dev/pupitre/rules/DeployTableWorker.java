package dev.pupitre.rules;

import dev.pupitre.engine.TaskWorker;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deploys a planned change when its time has come, or says that it could not. */
@Component
class DeployTableWorker implements TaskWorker<DeployTableWorker.Input, @Nullable Void> {
    record Input(String deploymentId) {}

    private final PlanRun run;

    DeployTableWorker(PlanRun run) {
        this.run = run;
    }

    @Override
    public String taskType() {
        return "deploy-table";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public @Nullable Void handle(Input input) {
        run.deploy(input.deploymentId());
        return null;
    }
}
