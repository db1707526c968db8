package dev.pupitre.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The webhooks of one thread, delivered one after the other in the order they came about, unless told otherwise. */
final class WebhookLane {
    /** A receiver that is away for long must not fill the memory. */
    private static final int CAPACITY = 10_000;

    /** A webhook and the time before which it must not arrive. */
    private record Due(Webhook webhook, long notBefore) {
        static Due in(int millis, Webhook webhook) {
            return new Due(webhook, millis == 0 ? 0 : System.nanoTime() + millis * 1_000_000L);
        }

        void await() throws InterruptedException {
            var millis = notBefore == 0 ? 0 : (notBefore - System.nanoTime()) / 1_000_000;
            if (millis > 0) {
                Thread.sleep(millis);
            }
        }
    }

    private final WebhookDelivery delivery;
    private final Behaviours behaviours;
    private final Executor threads;
    private final Queue<Due> waiting = new ArrayDeque<>();
    private boolean moving;
    private volatile boolean closed;

    WebhookLane(WebhookDelivery delivery, Behaviours behaviours, Executor threads) {
        this.delivery = delivery;
        this.behaviours = behaviours;
        this.threads = threads;
    }

    void add(Webhook webhook) {
        var behaviour = behaviours.current();
        var number = behaviours.nextWebhook();
        var late = behaviour.latenessOf(number);
        for (var copy = behaviour.copiesOf(number); copy > 0; copy--) {
            var due = Due.in(late, webhook);
            if (late > 0 && behaviour.letsOthersPass()) {
                threads.execute(() -> deliverAlone(due));
            } else {
                queue(due);
            }
        }
    }

    private synchronized void queue(Due due) {
        if (closed) {
            return;
        }
        if (waiting.size() >= CAPACITY) {
            due.webhook().about().problem("Not sent: %d webhooks of this thread wait already".formatted(CAPACITY));
            return;
        }
        waiting.add(due);
        if (!moving) {
            moving = true;
            threads.execute(this::move);
        }
    }

    /** What still waits is forgotten. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void move() {
        try {
            for (var due = next(); due != null; due = next()) {
                deliver(due);
            }
        } catch (InterruptedException shutdown) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    private void deliverAlone(Due due) {
        try {
            deliver(due);
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Due due) throws InterruptedException {
        due.await();
        delivery.deliver(due.webhook(), () -> !closed);
    }

    private synchronized @Nullable Due next() {
        var due = waiting.poll();
        moving = due != null;
        return due;
    }
}
