package dev.pupitre.sandbox;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The webhooks of one customer, delivered one after the other in the order they came about. */
final class WebhookLane {
    /** A receiver that is away for long must not fill the memory. */
    private static final int CAPACITY = 10_000;

    private final WebhookDelivery delivery;
    private final Executor threads;
    private final Queue<Webhook> waiting = new ArrayDeque<>();
    private boolean moving;
    private volatile boolean closed;

    WebhookLane(WebhookDelivery delivery, Executor threads) {
        this.delivery = delivery;
        this.threads = threads;
    }

    synchronized void add(Webhook webhook) {
        if (closed) {
            return;
        }
        if (waiting.size() >= CAPACITY) {
            webhook.about().problem("Not sent: %d webhooks of this customer wait already".formatted(CAPACITY));
            return;
        }
        waiting.add(webhook);
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
            for (var webhook = next(); webhook != null; webhook = next()) {
                delivery.deliver(webhook, () -> !closed);
            }
        } catch (InterruptedException shutdown) {
            close();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Webhook next() {
        var webhook = waiting.poll();
        moving = webhook != null;
        return webhook;
    }
}
