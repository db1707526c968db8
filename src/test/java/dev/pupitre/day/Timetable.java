package dev.pupitre.day;

import java.time.Instant;
import java.util.PriorityQueue;

/** What is going to happen; of two things at the same moment the one that was planned first comes first. */
final class Timetable {
    /** Something at its moment. */
    record Entry(Instant at, long number, Runnable event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            var order = at.compareTo(other.at);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long planned;

    void plan(Instant at, Runnable event) {
        entries.add(new Entry(at, planned++, event));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Entry next() {
        return entries.remove();
    }
}
