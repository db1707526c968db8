package dev.pupitre.kernel;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command that the present state does not allow; answered 409. */
public abstract class Conflict extends RuntimeException {
    private final transient @Nullable URI type;

    protected Conflict(String message) {
        this(message, null);
    }

    /** {@code type} tells programs what kind of refusal it is, where the status does not say it all (RFC 9457). */
    protected Conflict(String message, @Nullable URI type) {
        super(message);
        this.type = type;
    }

    Optional<URI> type() {
        return Optional.ofNullable(type);
    }
}
