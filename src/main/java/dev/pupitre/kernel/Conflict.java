package dev.pupitre.kernel;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that the present state does not allow; answered 409. */
public abstract class Conflict extends RuntimeException {
    private final transient @Nullable URI type;
    private final transient List<FieldProblem> problems;
    private final @Nullable String code;

    protected Conflict(String message) {
        this(message, null);
    }

    /** {@code type} tells programs what kind of refusal it is, where the status does not say it all (RFC 9457). */
    protected Conflict(String message, @Nullable URI type) {
        this(message, type, List.of(), null);
    }

    /** {@code problems} name the fields that stand in the way. */
    protected Conflict(String message, @Nullable URI type, List<FieldProblem> problems) {
        this(message, type, problems, null);
    }

    /** {@code code} names the reason, where screens have words for it. */
    protected Conflict(String message, @Nullable URI type, @Nullable String code) {
        this(message, type, List.of(), code);
    }

    private Conflict(String message, @Nullable URI type, List<FieldProblem> problems, @Nullable String code) {
        super(message);
        this.type = type;
        this.problems = List.copyOf(problems);
        this.code = code;
    }

    Optional<URI> type() {
        return Optional.ofNullable(type);
    }

    List<FieldProblem> problems() {
        return problems;
    }

    Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
