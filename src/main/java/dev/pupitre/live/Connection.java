package dev.pupitre.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pupitre.kernel.Caller;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** One browser's stream, written by the thread that made it. */
final class Connection {
    private final Caller caller;
    private final Authentication authentication;
    private final @Nullable String session;
    private final OutputStream out;
    private final Thread thread = Thread.currentThread();
    private long position;
    private volatile boolean ended;

    Connection(Caller caller, Authentication authentication, @Nullable String session, OutputStream out) {
        this.caller = caller;
        this.authentication = authentication;
        this.session = session;
        this.out = out;
    }

    Caller caller() {
        return caller;
    }

    /** What the caller proved itself by when the stream was opened. */
    Authentication authentication() {
        return authentication;
    }

    /** Comes back with its rights looked up anew, if it still may. */
    void end() {
        ended = true;
        wake();
    }

    void wake() {
        LockSupport.unpark(thread);
    }

    /** Opens the stream where the browser left it, or now. */
    void begin(RecentChanges recent, OptionalLong lastSeen) throws IOException {
        // The id comes first, for a browser that loses its connection before the first change.
        var id = recent.now();
        position = recent.end();
        write("retry: " + ThreadLocalRandom.current().nextInt(500, 2500) + "\nid: " + id + "\n\n");
        if (lastSeen.isPresent()) {
            var next = recent.positionAfter(lastSeen.getAsLong());
            if (next.isPresent()) {
                position = next.getAsLong();
            } else {
                out.write(Entry.frame(id, Change.resync()));
            }
        }
        out.flush();
    }

    void run(RecentChanges recent, LiveProperties properties, Counter overruns, BooleanSupplier open)
            throws IOException {
        var endsAt = System.nanoTime() + properties.lifetime().toNanos();
        var beatsAt = System.nanoTime() + properties.heartbeat().toNanos();
        while (open.getAsBoolean() && !ended && System.nanoTime() - endsAt < 0) {
            if (writeNew(recent, overruns)) {
                out.flush();
                beatsAt = System.nanoTime() + properties.heartbeat().toNanos();
            } else if (System.nanoTime() - beatsAt >= 0) {
                // It moves a quiet browser's place on, so that it need not load everything again, and asks for an
                // answer.
                write("event: beat\nid: " + recent.now() + "\ndata: {}\n\n");
                out.flush();
                beatsAt = System.nanoTime() + properties.heartbeat().toNanos();
            } else if (!ended) {
                LockSupport.parkNanos(this, Math.min(beatsAt, endsAt) - System.nanoTime());
            }
        }
    }

    private boolean writeNew(RecentChanges recent, Counter overruns) throws IOException {
        var written = false;
        for (var end = recent.end(); position < end && !ended; position++) {
            var entry = recent.at(position);
            if (entry.isEmpty()) {
                overruns.increment();
                end = recent.end();
                position = end - 1;
                out.write(Entry.frame(recent.now(), Change.resync()));
                written = true;
            } else if (entry.get().change().endsSession()) {
                if (entry.get().change().json().equals(session)) {
                    ended = true;
                }
            } else if (entry.get().change().isFor(caller)) {
                out.write(entry.get().frame());
                written = true;
            }
        }
        return written;
    }

    private void write(String lines) throws IOException {
        out.write(lines.getBytes(UTF_8));
    }
}
