package dev.pupitre.story;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a port of this machine, which can be cut and mended, or made to swallow what is sent or answered. */
final class Line implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private enum State {
        WHOLE,
        SWALLOWS,
        SWALLOWS_ANSWERS,
        CUT
    }

    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile State state = State.WHOLE;
    private volatile boolean hasSwallowed;

    Line(int target) {
        this.target = target;
        try {
            entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread.ofVirtual().name("line-" + target).start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    /** Breaks every connection, and each new one at once. */
    void cut() {
        state = State.CUT;
        open.forEach(Line::close);
    }

    void mend() {
        hasSwallowed = false;
        state = State.WHOLE;
    }

    /** From now on callers connect and send, but nothing reaches the target. */
    void swallow() {
        state = State.SWALLOWS;
    }

    /** From now on what callers send reaches the target, but they hear nothing. */
    void swallowAnswers() {
        state = State.SWALLOWS_ANSWERS;
    }

    void awaitSwallowed() {
        await().until(() -> hasSwallowed);
    }

    @Override
    public void close() {
        close(entrance);
        cut();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException broken) {
                // The next turn finds the entrance closed, or the next caller.
            }
        }
    }

    private void connect(Socket caller) {
        if (state == State.CUT) {
            close(caller);
            return;
        }
        open.add(caller);
        try {
            var called = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(called);
            if (state == State.CUT) {
                cut();
            }
            Thread.ofVirtual().start(() -> carry(caller, called, State.SWALLOWS));
            Thread.ofVirtual().start(() -> carry(called, caller, State.SWALLOWS_ANSWERS));
        } catch (IOException targetIsAway) {
            close(caller);
        }
    }

    private void carry(Socket from, Socket to, State silent) {
        var buffer = new byte[BUFFER];
        try (from;
                to) {
            for (var count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                if (state == silent) {
                    hasSwallowed = true;
                } else {
                    to.getOutputStream().write(buffer, 0, count);
                }
            }
        } catch (IOException broken) {
            // Both ends are closed, which is all a line can tell.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
