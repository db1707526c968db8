package dev.pupitre.privacy;

import dev.pupitre.engine.TaskWorker;
import org.springframework.stereotype.Component;

/** Looks whether the ids that Meta gave lead to anything of the person. */
@Component
class FindPersonDataWorker implements TaskWorker<FindPersonDataWorker.Input, FindPersonDataWorker.Output> {
    record Input(String code) {}

    record Output(boolean found) {}

    private final Deletions deletions;

    FindPersonDataWorker(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public String taskType() {
        return "find-person-data";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        return new Output(deletions.find(input.code()));
    }
}
