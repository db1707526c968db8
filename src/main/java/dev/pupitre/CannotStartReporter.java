package dev.pupitre;

import dev.pupitre.kernel.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;

/** Tells the person who started Pupitre in one sentence, without a stack trace, why it cannot start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CannotStartReporter implements SpringBootExceptionReporter {
    @Override
    @SuppressWarnings("SystemOut")
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String reason = reason(cause);
            if (reason != null) {
                System.err.println(reason);
                return true;
            }
        }
        return false;
    }

    /** Any room may be the first to ask the store for something. */
    private static @Nullable String reason(Throwable cause) {
        return switch (cause) {
            case CannotStart refusal -> refusal.getMessage();
            case DataAccessResourceFailureException away ->
                "Expected the store to answer, but it does not: start MongoDB, or correct its address in SPRING_MONGODB_URI.";
            default -> null;
        };
    }
}
