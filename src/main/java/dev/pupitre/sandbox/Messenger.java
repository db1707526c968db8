package dev.pupitre.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Carries the Page's messages to customers and remembers what was accepted. */
@Profile("local")
@Component
class Messenger implements Forgets {
    private static final int REMEMBERED = 100_000;

    private final Deque<Message> sent = new ArrayDeque<>();

    Message fromPage(CustomerThread customer, Content content, Author author) {
        var message = customer.receive(content, author);
        synchronized (sent) {
            sent.add(message);
            if (sent.size() > REMEMBERED) {
                sent.removeFirst();
            }
        }
        return message;
    }

    List<SandboxMessage> sent() {
        synchronized (sent) {
            return sent.stream().map(Message::view).toList();
        }
    }

    @Override
    public void startAnew() {
        synchronized (sent) {
            sent.clear();
        }
    }
}
