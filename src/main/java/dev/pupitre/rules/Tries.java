package dev.pupitre.rules;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponseException;

/** Tries tables beside everything else: few at a time, and none for longer than somebody waits. */
class Tries {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 32;

    private final Duration longest;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("try-", 0).factory());

    Tries(Duration longest) {
        this.longest = longest;
    }

    /** Why there is no answer; the screens have words for each. */
    enum Reason {
        TOOK_TOO_LONG,
        TRIES_BUSY
    }

    /** What a table written by the caller does is theirs to know who change tables; all others try what is there. */
    static void demandOwn(Caller caller, @Nullable String dmn) {
        if (dmn != null
                && !caller.roles().contains(Role.ANALYST)
                && !caller.roles().contains(Role.ADMIN)) {
            throw new AccessDeniedException(
                    "Expected a version or a draft, but only analysts send tables of their own");
        }
    }

    /** @throws ErrorResponseException when it takes too long, or too many others are tried */
    <T> T within(Callable<T> tried) {
        var begun = new AtomicBoolean();
        Future<T> answer;
        try {
            answer = threads.submit(() -> {
                begun.set(true);
                return tried.call();
            });
        } catch (RejectedExecutionException full) {
            throw busy();
        }
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw begun.get() ? tookTooLong() : busy();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        } catch (ExecutionException failure) {
            throw asItWas(failure);
        } finally {
            if (answer.cancel(true)) {
                // It may be waiting still, and would keep the place of one who does.
                threads.purge();
            }
        }
    }

    private static ErrorResponseException busy() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                Reason.TRIES_BUSY,
                "Expected few tables to be tried at once, but there are many: try again in a moment");
    }

    private ErrorResponseException tookTooLong() {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                Reason.TOOK_TOO_LONG,
                "Expected an answer within %d s, but the table took longer".formatted(longest.toSeconds()));
    }

    private static RuntimeException asItWas(ExecutionException failure) {
        return switch (failure.getCause()) {
            case RuntimeException refusal -> refusal;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(failure);
        };
    }

    private static ErrorResponseException problem(HttpStatus status, Reason reason, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", reason);
        return new ErrorResponseException(status, problem, null);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
