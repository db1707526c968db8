package dev.pupitre.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hands this node's changes to the other nodes and takes theirs; a node that is alone writes only that it is there. */
@Component
class NodeExchange implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(NodeExchange.class);
    private static final int CHANGES_PER_BATCH = 500;
    private static final int BATCHES_AHEAD = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Written(long number, Instant at) {}

    private final String self = UUID.randomUUID().toString();
    private final FeedStore store;
    private final LocalFeed local;
    private final LiveProperties properties;
    private final Clock clock;
    private final Counter received;
    private final Peers peers;
    private final BlockingQueue<Change> outgoing;
    private final AtomicBoolean missed = new AtomicBoolean();
    private final Deque<Written> written = new ArrayDeque<>();
    private volatile boolean accompanied;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;
    private boolean exchanging = true;
    private Instant nextBeat = Instant.MIN;
    private long beat;
    private long number;

    NodeExchange(FeedStore store, LocalFeed local, LiveProperties properties, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.local = local;
        this.properties = properties;
        this.clock = clock;
        this.peers = new Peers(self, properties.silence());
        this.outgoing = new ArrayBlockingQueue<>(properties.buffer());
        this.received = Counter.builder("pupitre.live.events")
                .description("Changes shown to browsers")
                .tag("origin", "remote")
                .register(meters);
    }

    /** Takes a change for the other nodes, if there are any; never waits. */
    void offer(Change change) {
        if (!accompanied || !outgoing.offer(change)) {
            missed.set(true);
        }
    }

    private void run() {
        try {
            do {
                attempt(this::exchange);
            } while (!stopping.await(pause().toMillis(), TimeUnit.MILLISECONDS));
            attempt(this::leave);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration pause() {
        return accompanied ? properties.exchange() : properties.presence();
    }

    /** Goes on whatever happens, and tells of it once; what could not be exchanged meanwhile ends in a resync. */
    private void attempt(Runnable step) {
        try {
            step.run();
            exchanging = true;
        } catch (RuntimeException failed) {
            if (exchanging) {
                log.warn("Live events reach only this node's browsers until the store can be read and written", failed);
            }
            exchanging = false;
        }
    }

    private void exchange() {
        if (accompanied) {
            hand();
        }
        if (clock.instant().isBefore(nextBeat)) {
            take();
        } else {
            beat();
        }
    }

    /** Changes that could not be handed over leave a gap in the numbers, which tells the readers. */
    private void hand() {
        if (missed.getAndSet(false)) {
            number++;
        }
        var changes = new ArrayList<Change>();
        while (outgoing.drainTo(changes, CHANGES_PER_BATCH) > 0) {
            number++;
            store.insert(FeedStore.Batch.of(self, number, changes));
            written.add(new Written(number, clock.instant()));
            changes = new ArrayList<>();
        }
    }

    private void take() {
        var numbers = peers.read();
        var more = !numbers.isEmpty();
        while (more) {
            var batches = store.after(numbers, BATCHES_AHEAD);
            for (var batch : batches) {
                resyncUnless(peers.advance(batch.node(), batch.number()));
                batch.changes().forEach(local::append);
                received.increment(batch.changes().size());
            }
            numbers = peers.read();
            more = batches.size() >= BATCHES_AHEAD;
        }
    }

    private void beat() {
        if (missed.getAndSet(false)) {
            number++;
        }
        var now = clock.instant();
        var nodes = store.nodes();
        peers.see(nodes, number, now);
        accompanied = !peers.readers().isEmpty();
        if (!accompanied && !outgoing.isEmpty()) {
            outgoing.clear();
            missed.set(true);
        }
        store.save(new FeedStore.Node(self, ++beat, number, peers.readers()));
        nodes.forEach(node -> resyncUnless(peers.follow(node)));
        take();
        nodes.forEach(node -> resyncUnless(peers.settle(node.id(), node.batch())));
        sweep(now);
        nextBeat = now.plus(properties.presence());
    }

    private void resyncUnless(boolean complete) {
        if (!complete) {
            local.append(Change.resync());
        }
    }

    private void sweep(Instant now) {
        var old = new ArrayList<Long>();
        while (!written.isEmpty()
                && written.getFirst().at().plus(properties.retention()).isBefore(now)) {
            old.add(written.removeFirst().number());
        }
        if (!old.isEmpty()) {
            store.removeBatches(self, old);
        }
        for (var gone : peers.silentFor(properties.retention(), now)) {
            store.removeBatches(gone);
            store.removeNode(gone);
        }
    }

    private void leave() {
        if (accompanied) {
            hand();
        } else {
            store.removeBatches(self);
            store.removeNode(self);
        }
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("live-exchange").start(this::run);
    }

    @Override
    public void stop() {
        var ending = thread;
        if (ending == null) {
            return;
        }
        thread = null;
        stopping.countDown();
        try {
            ending.join(PATIENCE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Started before the web server and stopped after it, so that the last changes still go out. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 4096;
    }
}
