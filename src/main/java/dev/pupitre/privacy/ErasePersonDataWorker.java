package dev.pupitre.privacy;

import dev.pupitre.engine.TaskWorker;
import org.springframework.stereotype.Component;

/** Erases what was found of the person, by the ids that came with the request or that people found. */
@Component
class ErasePersonDataWorker implements TaskWorker<ErasePersonDataWorker.Input, ErasePersonDataWorker.Output> {
    record Input(String code) {}

    /** How long what is under way at this moment may take to arrive, as an ISO 8601 duration. */
    record Output(String settle) {}

    private final Deletions deletions;
    private final PrivacyProperties properties;

    ErasePersonDataWorker(Deletions deletions, PrivacyProperties properties) {
        this.deletions = deletions;
        this.properties = properties;
    }

    @Override
    public String taskType() {
        return "erase-person-data";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        deletions.erase(input.code());
        return new Output(properties.settle().toString());
    }
}
