package dev.pupitre.sandbox;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows what happens in the sandbox to every browser that has it open. */
@Profile("local")
@Component
class SandboxFeed {
    record MessageChanged(String customerId, SandboxMessage message) {}

    private final Set<SandboxFeedLine> lines = ConcurrentHashMap.newKeySet();

    SseEmitter open() {
        var line = new SandboxFeedLine(lines::remove);
        lines.add(line);
        return line.start();
    }

    void message(Message message) {
        publish("message", () -> new MessageChanged(message.customerId(), message.view()));
    }

    void customer(Supplier<Customer> customer) {
        publish("customer", customer);
    }

    void post(Post post) {
        publish("post", () -> post);
    }

    void comment(Comment comment) {
        publish("comment", comment::view);
    }

    void page(FacebookPage page) {
        publish("page", page::view);
    }

    private void publish(String name, Supplier<?> data) {
        if (!lines.isEmpty()) {
            var event = new SandboxFeedLine.Event(name, data.get());
            lines.forEach(line -> line.offer(event));
        }
    }

    /** Open lines would hold up the server's graceful shutdown. */
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        lines.forEach(SandboxFeedLine::close);
    }
}
