package dev.pupitre;

import dev.pupitre.kernel.CannotStart;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells the person who started Pupitre in one sentence, without a stack trace, why it cannot start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class CannotStartReporter implements SpringBootExceptionReporter {
    @Override
    @SuppressWarnings("SystemOut")
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart reason) {
                System.err.println(reason.getMessage());
                return true;
            }
        }
        return false;
    }
}
