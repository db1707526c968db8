package dev.pupitre.live;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A change at its place in a node's feed.
 *
 * @param position counts the changes of this node
 * @param id the time it was taken in, in microseconds: grows with the position, and can be compared across nodes
 */
record Entry(long position, long id, Change change) {
    /** The lines a browser reads. */
    byte[] frame() {
        return frame(id, change);
    }

    static byte[] frame(long id, Change change) {
        return ("id: " + id + "\nevent: " + change.name() + "\ndata: " + change.json() + "\n\n").getBytes(UTF_8);
    }
}
