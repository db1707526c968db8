package dev.pupitre.sandbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Carries messages between customers and the Page, and misbehaves when told to. */
@Profile("local")
@Component
class Messenger {
    private static final int REMEMBERED = 100_000;

    private final Customers customers;
    private final Deque<Message> sent = new ArrayDeque<>();
    private volatile Behaviour behaviour = Behaviour.NORMAL;
    private @Nullable Fault fault;
    private int faultyCalls;

    Messenger(Customers customers) {
        this.customers = customers;
    }

    Message fromCustomer(String customerId, String text, @Nullable String mid, @Nullable Instant at) {
        return customers.require(customerId).write(text, mid, at, behaviour.times());
    }

    Message fromPage(CustomerThread customer, String text, @Nullable String metadata) {
        var message = customer.receive(text, metadata, behaviour);
        synchronized (sent) {
            sent.add(message);
            if (sent.size() > REMEMBERED) {
                sent.removeFirst();
            }
        }
        return message;
    }

    void readBy(String customerId) {
        customers.require(customerId).read(behaviour.times());
    }

    List<SandboxMessage> sent() {
        synchronized (sent) {
            return sent.stream().map(Message::view).toList();
        }
    }

    /** Answers are slow when told so. */
    void takeTime() throws InterruptedException {
        Thread.sleep(behaviour.delay());
    }

    void behave(Behaviour wanted) {
        behaviour = wanted;
    }

    synchronized void fail(Fault next) {
        fault = next;
        faultyCalls = next.calls();
    }

    /** Each call that asks uses up one of the faulty calls. */
    synchronized Optional<Fault> nextFault() {
        if (fault == null || faultyCalls == 0) {
            return Optional.empty();
        }
        faultyCalls--;
        return Optional.of(fault);
    }

    synchronized void startAnew() {
        fault = null;
        behaviour = Behaviour.NORMAL;
        customers.startAnew();
        synchronized (sent) {
            sent.clear();
        }
    }
}
