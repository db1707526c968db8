package dev.pupitre.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the stand-in was told to do differently: its behaviour, and the calls that have to fail. */
@Profile("local")
@Component
class Behaviours implements Forgets {
    private final AtomicLong webhooks = new AtomicLong();
    private final Deque<Fault> sendFaults = new ArrayDeque<>();
    private volatile Behaviour current = Behaviour.NORMAL;
    private volatile Optional<FaultyPath> faultyPath = Optional.empty();

    private static final class FaultyPath {
        private final Fault fault;
        private final AtomicLong left;

        FaultyPath(Fault fault) {
            this.fault = fault;
            this.left = new AtomicLong(fault.calls());
        }

        Optional<Fault> hit(String path) {
            var wanted = fault.path();
            return wanted != null && path.contains(wanted) && left.getAndDecrement() > 0
                    ? Optional.of(fault)
                    : Optional.empty();
        }
    }

    Behaviour current() {
        return current;
    }

    void set(Behaviour wanted) {
        webhooks.set(0);
        current = wanted;
    }

    long nextWebhook() {
        return webhooks.incrementAndGet();
    }

    void fail(Fault next) {
        if (next.path() != null) {
            faultyPath = Optional.of(new FaultyPath(next));
            return;
        }
        synchronized (sendFaults) {
            sendFaults.clear();
            if (next.calls() > 0) {
                sendFaults.add(next);
            }
        }
    }

    /** Each send that asks uses up one of the faulty calls. */
    Optional<Fault> nextSendFault() {
        synchronized (sendFaults) {
            var fault = sendFaults.poll();
            if (fault != null && fault.calls() > 1) {
                sendFaults.add(fault.oneLess());
            }
            return Optional.ofNullable(fault);
        }
    }

    Optional<Fault> nextFaultAt(String path) {
        return faultyPath.flatMap(faulty -> faulty.hit(path));
    }

    /** Answers are slow when told so. */
    void takeTime() throws InterruptedException {
        var delay = current.delay();
        if (delay > 0) {
            Thread.sleep(delay);
        }
    }

    @Override
    public void startAnew() {
        set(Behaviour.NORMAL);
        faultyPath = Optional.empty();
        synchronized (sendFaults) {
            sendFaults.clear();
        }
    }
}
