package dev.pupitre.rules;

import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks a table and tries it out; nothing is changed by either. */
@RestController
@ForReaders
@RequestMapping("/api/v1/rules/{table}")
class TrialController {
    private final TableCheck check;
    private final Subjects subjects;
    private final Tries tries;

    TrialController(TableCheck check, Subjects subjects, Tries tries) {
        this.check = check;
        this.subjects = subjects;
        this.tries = tries;
    }

    /** A file that is to be checked. */
    record Checked(@NotNull String dmn) {}

    /**
     * What is to be tried: a file of those who may change tables, a draft, a version, else the current one.
     *
     * @param inputs what is to be asked
     * @param recorded instead of them, what was asked about a conversation, as its decision has it
     */
    record Tried(
            @Nullable String dmn,
            @Nullable String draft,
            @Nullable Integer version,
            @Nullable Map<String, @Nullable Object> inputs,
            @Nullable List<DecisionTables.@Nullable Input> recorded) {
        Trial by(Subject subject) {
            if (inputs != null && recorded == null) {
                return Trial.of(subject, inputs);
            }
            if (recorded != null && inputs == null) {
                return Trial.again(subject, demandNamed(recorded));
            }
            throw new InvalidInput("inputs", "Expected either inputs or what was recorded, but not both");
        }

        private static List<DecisionTables.Input> demandNamed(List<DecisionTables.@Nullable Input> recorded) {
            var named = new ArrayList<DecisionTables.Input>();
            for (var input : recorded) {
                if (input == null || !isNamed(input)) {
                    throw new InvalidInput(
                            "recorded",
                            "Expected the inputs of a decision, each {name, value} with a text, a number, true, false or"
                                    + " null, but got " + input);
                }
                named.add(input);
            }
            return named;
        }

        /** What comes from outside may lack anything. */
        private static boolean isNamed(DecisionTables.Input input) {
            return Optional.ofNullable(input.name()).isPresent()
                    && !(input.value() instanceof Map)
                    && !(input.value() instanceof List);
        }
    }

    @PostMapping("/check")
    List<Finding> check(@PathVariable String table, @Valid @RequestBody Checked checked) {
        var name = TableName.of(table);
        return tries.within(() -> check.check(name, checked.dmn()));
    }

    @PostMapping("/test")
    Trial test(@AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody Tried tried) {
        Tries.demandOwn(caller, tried.dmn());
        var name = TableName.of(table);
        return tries.within(() -> tried.by(subjects.of(name, tried.dmn(), tried.draft(), tried.version())));
    }
}
