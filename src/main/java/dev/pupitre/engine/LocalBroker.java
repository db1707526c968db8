package dev.pupitre.engine;

import dev.pupitre.kernel.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The real Camunda broker as a child process of local mode: started beside the application, started again when it
 * dies, ended with the application, and taken over from a run that was killed.
 */
class LocalBroker implements EngineAddress, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalBroker.class);
    private static final Duration PATIENCE_WITH_ONE_TAKEN_OVER = Duration.ofSeconds(5);
    private static final Duration PATIENCE_WITH_ITS_END = Duration.ofSeconds(20);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

    private final BrokerArchive archive;
    private final BrokerDirectory directory;
    private final BrokerPorts ports;
    private final BrokerCommand command;
    private final BrokerHealth health;
    private final Thread supervisor =
            Thread.ofPlatform().name("local-broker").daemon().unstarted(this::supervise);
    private @Nullable ProcessHandle process;
    private boolean closed;

    /** Refuses at once what would make the start fail; the start itself happens beside the caller. */
    LocalBroker(LocalProperties properties) {
        archive = new BrokerArchive(properties.engineDirectory());
        archive.requirePresent();
        directory = new BrokerDirectory(properties);
        ports = portsIn(properties);
        command = new BrokerCommand(properties, ports);
        health = new BrokerHealth(ports.monitoring());
    }

    private BrokerPorts portsIn(LocalProperties properties) {
        try {
            return portsOfTheLeftOne(properties.ports()).orElseGet(properties.ports()::reserved);
        } catch (CannotStart refused) {
            try {
                directory.close();
            } catch (IOException e) {
                refused.addSuppressed(e);
            }
            throw refused;
        }
    }

    /** A broker left by a killed run either is where it should be or is in the way. */
    private Optional<BrokerPorts> portsOfTheLeftOne(BrokerPorts wished) {
        Optional<BrokerRecord> left = directory.left();
        process = left.flatMap(BrokerRecord::process).orElse(null);
        if (left.isEmpty() || left.get().ports().satisfy(wished)) {
            return left.map(BrokerRecord::ports);
        }
        endProcess();
        return Optional.empty();
    }

    void start() {
        supervisor.start();
    }

    @Override
    public URI grpc() {
        return URI.create("http://127.0.0.1:" + ports.grpc());
    }

    /** Where the gateway offers what it has by REST only. */
    URI rest() {
        return URI.create("http://127.0.0.1:" + ports.rest());
    }

    /** The process id of the broker at work. */
    synchronized Optional<Long> pid() {
        return Optional.ofNullable(process).map(ProcessHandle::pid);
    }

    @Override
    public void close() throws IOException {
        synchronized (this) {
            closed = true;
        }
        supervisor.interrupt();
        endProcess();
        directory.close();
    }

    private void supervise() {
        Duration backoff = FIRST_BACKOFF;
        try {
            boolean ready = takeOver();
            while (!isClosed()) {
                if (ready || launch()) {
                    backoff = FIRST_BACKOFF;
                    awaitEnd();
                }
                if (!isClosed()) {
                    LOG.error(
                            "Expected the Camunda broker to run, but it ended ({} says why): trying again in {} s",
                            command.log(),
                            backoff.toSeconds());
                    Thread.sleep(backoff);
                    backoff = backoff.multipliedBy(2).compareTo(LONGEST_BACKOFF) < 0
                            ? backoff.multipliedBy(2)
                            : LONGEST_BACKOFF;
                }
                ready = false;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** True if a broker left by a killed run answers; one that does not is ended. */
    private boolean takeOver() throws InterruptedException {
        if (pid().isEmpty()) {
            return false;
        }
        long giveUp = System.nanoTime() + PATIENCE_WITH_ONE_TAKEN_OVER.toNanos();
        if (health.awaitReady(() -> isAlive() && System.nanoTime() < giveUp)) {
            LOG.info("Took over the Camunda broker of a run that was killed ({})", grpc());
            return true;
        }
        endProcess();
        return false;
    }

    private boolean launch() throws InterruptedException {
        long start = System.nanoTime();
        try {
            begin();
        } catch (IOException e) {
            if (!isClosed()) {
                LOG.error("Expected to start the Camunda broker, but could not", e);
            }
            return false;
        }
        if (health.awaitReady(this::isAlive)) {
            LOG.info("The Camunda broker is ready after {} s ({})", BrokerHealth.secondsSince(start), grpc());
            return true;
        }
        return false;
    }

    private void begin() throws IOException {
        var home = archive.unpacked();
        synchronized (this) {
            if (!closed) {
                LOG.info("Starting the Camunda broker, log in {}", command.log());
                ProcessHandle started = command.start(home).toHandle();
                process = started;
                directory.note(BrokerRecord.of(started, ports));
            }
        }
    }

    private void awaitEnd() throws InterruptedException {
        CompletableFuture<?> end;
        synchronized (this) {
            end = process == null ? CompletableFuture.completedFuture(null) : process.onExit();
        }
        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized boolean isAlive() {
        return process != null && process.isAlive();
    }

    private void endProcess() {
        ProcessHandle last;
        synchronized (this) {
            last = process;
            process = null;
        }
        if (last == null || !last.isAlive()) {
            return;
        }
        LOG.info("Stopping the Camunda broker");
        last.destroy();
        try {
            last.onExit().get(PATIENCE_WITH_ITS_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The Camunda broker does not stop by itself and is ended by force");
            last.destroyForcibly();
        } catch (InterruptedException e) {
            last.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
