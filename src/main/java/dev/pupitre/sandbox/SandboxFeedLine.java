package dev.pupitre.sandbox;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The line to one browser; a browser too slow to follow is cut off, comes back and loads everything again. */
final class SandboxFeedLine {
    record Event(String name, Object data) {}

    private static final int CAPACITY = 1_000;
    private static final long HEARTBEAT_SECONDS = 15;
    private static final long NO_TIMEOUT = 0;

    private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
    private final Consumer<SandboxFeedLine> onEnd;
    private final Thread writer = Thread.ofVirtual().name("sandbox-feed").unstarted(this::write);

    SandboxFeedLine(Consumer<SandboxFeedLine> onEnd) {
        this.onEnd = onEnd;
        emitter.onCompletion(this::close);
    }

    SseEmitter start() {
        writer.start();
        return emitter;
    }

    void offer(Event event) {
        if (!waiting.offer(event)) {
            close();
        }
    }

    void close() {
        writer.interrupt();
    }

    private void write() {
        try {
            emitter.send(SseEmitter.event().comment("open"));
            while (true) {
                var event = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
                emitter.send(
                        event == null
                                ? SseEmitter.event().comment("")
                                : SseEmitter.event().name(event.name()).data(event.data()));
            }
        } catch (InterruptedException closed) {
            emitter.complete();
        } catch (IOException | IllegalStateException gone) {
            // The browser left: the container ends the request by itself.
        } finally {
            onEnd.accept(this);
        }
    }
}
