package dev.pupitre.privacy;

import dev.pupitre.engine.TaskWorker;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what somebody entered in Tasklist, or says why it cannot be meant, so that they are asked again. */
@Component
class MatchPersonWorker implements TaskWorker<MatchPersonWorker.Input, MatchPersonWorker.Output> {
    /**
     * What the form of the user task gave.
     *
     * @param decision {@code found} or {@code nothing}
     * @param customers page-scoped ids, with commas or blanks between them
     */
    record Input(
            String code,
            @Nullable String decision,
            @Nullable String customers) {}

    /** @param problem for who is asked again; null when it was taken */
    record Output(boolean taken, @Nullable String problem) {}

    private static final int MOST = 50;

    private final Deletions deletions;

    MatchPersonWorker(Deletions deletions) {
        this.deletions = deletions;
    }

    @Override
    public String taskType() {
        return "match-person";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Output handle(Input input) {
        var ids = idsIn(input.customers());
        var problem = problem(input.decision(), ids);
        if (problem == null) {
            deletions.matchedInTasklist(input.code(), ids);
        }
        return new Output(problem == null, problem);
    }

    private static @Nullable String problem(@Nullable String decision, List<String> ids) {
        return switch (decision) {
            case "found" -> problemWith(ids);
            case "nothing" ->
                ids.isEmpty()
                        ? null
                        : "Nothing of the person is here, it says, but there are ids of customers: which is it?";
            case null, default -> "Say whether customers were found, or that nothing of the person is here";
        };
    }

    private static @Nullable String problemWith(List<String> ids) {
        if (ids.isEmpty()) {
            return "Enter the ids of the customers who were found";
        }
        if (ids.size() > MOST) {
            return "Enter at most " + MOST + " ids";
        }
        return ids.stream()
                .filter(id -> !id.matches(DeletionsController.CUSTOMER))
                .findFirst()
                .map(id -> "This is not the id by which Meta tells a customer: " + id)
                .orElse(null);
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
