package dev.pupitre.rules;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import dev.pupitre.conversation.RecordedDecisions;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.kernel.UserId;
import dev.pupitre.rules.Backtest.Cause;
import dev.pupitre.rules.Backtest.Findings;
import dev.pupitre.rules.Backtest.State;
import dev.pupitre.rules.Backtest.Tested;
import dev.pupitre.rules.StoredBacktests.Breakdown;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Runs backtests beside everything else: in process, page by page, and never two of one user. */
@Service
class Backtests {
    private static final Logger LOG = LoggerFactory.getLogger(Backtests.class);

    /** What is kept in memory of conversations at any time. */
    private static final int PAGE = 200;

    /** Nobody waits for longer, and others do. */
    static final Duration LONGEST = Duration.ofMinutes(30);

    private final StoredBacktests stored;
    private final RecordedDecisions recorded;
    private final TableVersions versions;
    private final TableCompiler compiler;
    private final Clock clock;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("backtest-", 0).factory());
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();
    private final Set<String> queued = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    Backtests(
            StoredBacktests stored,
            RecordedDecisions recorded,
            TableVersions versions,
            TableCompiler compiler,
            Clock clock) {
        this.stored = stored;
        this.recorded = recorded;
        this.versions = versions;
        this.compiler = compiler;
        this.clock = clock;
    }

    private static final class NoSuchBacktest extends NotFound {
        NoSuchBacktest(String id) {
            super("Expected a backtest, but there is none with the id %s: they are kept for an hour".formatted(id));
        }
    }

    /** Begins to take the decisions about the last conversations again by this table. */
    Backtest start(Subject subject, Tested tested, int last, UserId by) {
        var now = clock.instant();
        var table = subject.file().table();
        var test = new Backtest(
                ids.generate().toString(),
                table.id(),
                tested,
                by.value(),
                State.RUNNING,
                false,
                0,
                Math.min(last, recorded.count()),
                Findings.NONE,
                null,
                null,
                now,
                now);
        stored.begin(test).ifPresent(running -> {
            throw new BacktestRunning(running);
        });
        queued.add(test.id());
        threads.execute(() -> run(test, subject));
        return test;
    }

    Backtest find(TableName table, String id) {
        return stored.find(id)
                .filter(test -> test.table().equals(table.id()))
                .orElseThrow(() -> new NoSuchBacktest(id));
    }

    /** It ends within a page; one that is over stays as it is. */
    void cancel(TableName table, String id) {
        stored.cancel(find(table, id).id());
    }

    /** The silence of those whose turn has not come says nothing. */
    @Scheduled(fixedDelayString = "PT30S")
    void keepQueued() {
        if (!queued.isEmpty()) {
            stored.wait(List.copyOf(queued));
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever it was, the analyst is told, and may begin again
    private void run(Backtest test, Subject subject) {
        var tally = new Tally(subject, new EarlierVersions(subject, versions, compiler));
        var progress = new Progress(test, tally, clock.instant().plus(LONGEST));
        try {
            stored.wait(List.of(test.id()));
            queued.remove(test.id());
            var state = progress.toItsEnd();
            if (!stopping) {
                stored.end(test, state, progress.done, tally.findings(), null);
            }
        } catch (RuntimeException | Error failure) {
            LOG.warn("Expected backtest {} to come to its end, but it did not", test.id(), failure);
            stored.end(test, State.FAILED, progress.done, tally.findings(), breakdown(failure));
        } finally {
            queued.remove(test.id());
        }
    }

    private static Breakdown breakdown(Throwable failure) {
        return new Breakdown(
                failure instanceof TookTooLong ? Cause.TOOK_TOO_LONG : Cause.ERROR,
                Objects.requireNonNullElse(
                        failure.getMessage(), failure.getClass().getSimpleName()));
    }

    private static final class TookTooLong extends RuntimeException {
        TookTooLong() {
            super("Expected it to end within %s, but it did not: try fewer conversations".formatted(LONGEST));
        }
    }

    /** How far one has come. */
    private final class Progress {
        private final Backtest test;
        private final Tally tally;
        private final Instant deadline;
        private long done;

        Progress(Backtest test, Tally tally, Instant deadline) {
            this.test = test;
            this.tally = tally;
            this.deadline = deadline;
        }

        State toItsEnd() {
            if (test.total() == 0) {
                return State.DONE;
            }
            RecordedDecisions.Place place = null;
            do {
                var page = recorded.page(place, (int) Math.min(PAGE, test.total() - done));
                page.items().forEach(tally::add);
                done += page.items().size();
                place = page.next();
                if (clock.instant().isAfter(deadline)) {
                    throw new TookTooLong();
                }
                if (stopping || !stored.progress(test.id(), done, tally.findings())) {
                    return State.CANCELLED;
                }
            } while (place != null && done < test.total());
            return State.DONE;
        }
    }

    /** What runs is broken off; what the node does not say any more is told as such. */
    @PreDestroy
    void stop() {
        stopping = true;
        threads.shutdown();
    }
}
