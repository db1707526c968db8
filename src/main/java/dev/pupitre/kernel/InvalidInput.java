package dev.pupitre.kernel;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Values that cannot be accepted, each with the field it came in; answered 400. */
public class InvalidInput extends RuntimeException {
    private final transient List<FieldProblem> problems;

    public InvalidInput(String field, String message) {
        super(message);
        this.problems = List.of(new FieldProblem(field, message));
    }

    /** All that is wrong at once. */
    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream().map(FieldProblem::toString).collect(joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public String field() {
        return problems.getFirst().field();
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
