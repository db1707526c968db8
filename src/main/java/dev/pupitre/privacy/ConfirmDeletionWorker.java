package dev.pupitre.privacy;

import dev.pupitre.engine.TaskWorker;
import org.springframework.stereotype.Component;

/** Confirms that nothing of the person is left, or finds that more has arrived. */
@Component
class ConfirmDeletionWorker implements TaskWorker<ConfirmDeletionWorker.Input, ConfirmDeletionWorker.Output> {
    record Input(String code) {}

    record Output(boolean confirmed) {}

    private final Deletions deletions;

    ConfirmDeletionWorker(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public String taskType() {
        return "confirm-deletion";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        return new Output(deletions.confirm(input.code()));
    }
}
