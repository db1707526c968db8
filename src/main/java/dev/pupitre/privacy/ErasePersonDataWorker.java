package dev.pupitre.privacy;

import dev.pupitre.engine.TaskWorker;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Erases what was found of the person, by the ids that came with the request or that people entered in Tasklist. */
@Component
class ErasePersonDataWorker implements TaskWorker<ErasePersonDataWorker.Input, ErasePersonDataWorker.Output> {
    /** {@code customers} is what the form of the user task gave: page-scoped ids, with commas or blanks between them. */
    record Input(String code, @Nullable String customers) {}

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
        deletions.matchedInTasklist(input.code(), idsIn(input.customers()));
        deletions.erase(input.code());
        return new Output(properties.settle().toString());
    }

    private static List<String> idsIn(@Nullable String customers) {
        return customers == null
                ? List.of()
                : Arrays.stream(customers.split("[\\s,;]+"))
                        .filter(id -> !id.isEmpty())
                        .distinct()
                        .toList();
    }
}
