package dev.pupitre.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/** Repeats work all the time, however seldom it is to be: a test's clock may be moved at any moment. */
final class HastyScheduler extends SimpleAsyncTaskScheduler {
    private static final Duration OFTEN = Duration.ofMillis(50);

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, Instant startTime, Duration period) {
        return super.scheduleAtFixedRate(task, getClock().instant().plus(OFTEN), OFTEN);
    }
}
