package dev.pupitre.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The other nodes: which are there, from which of our batches on they read, and how far we have read theirs. A node's
 * life is told by its changing beat, so that nodes need not agree on the time.
 */
final class Peers {
    private record Sighting(long beat, Instant at) {}

    private record Reading(long from, long upTo) {}

    private final String self;
    private final Duration silence;
    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Map<String, Long> readers = new HashMap<>();
    private final Map<String, Reading> readings = new HashMap<>();

    Peers(String self, Duration silence) {
        this.self = self;
        this.silence = silence;
    }

    /** Notes who is there; who has come anew reads our batches after the given number. */
    void see(List<FeedStore.Node> nodes, long batch, Instant now) {
        var others = nodes.stream().filter(node -> !node.id().equals(self)).toList();
        sightings.keySet().retainAll(others.stream().map(FeedStore.Node::id).toList());
        for (var node : others) {
            var seen = sightings.get(node.id());
            if (seen == null || seen.beat() != node.beat()) {
                sightings.put(node.id(), new Sighting(node.beat(), now));
            }
        }
        readers.keySet().removeIf(node -> !isAlive(node, now));
        sightings.keySet().stream()
                .filter(node -> isAlive(node, now))
                .forEach(node -> readers.putIfAbsent(node, batch));
        readings.keySet().retainAll(sightings.keySet());
    }

    private boolean isAlive(String node, Instant now) {
        var seen = sightings.get(node);
        return seen != null && now.isBefore(seen.at().plus(silence));
    }

    /** The nodes that have been silent for as long as that. */
    List<String> silentFor(Duration time, Instant now) {
        return sightings.entrySet().stream()
                .filter(sighting -> !now.isBefore(sighting.getValue().at().plus(time)))
                .map(Map.Entry::getKey)
                .toList();
    }

    Map<String, Long> readers() {
        return Map.copyOf(readers);
    }

    /**
     * Begins to read what the node writes for us; false when it had changes before that we shall never see. From batch 0
     * on, nothing was missed.
     */
    boolean follow(FeedStore.Node node) {
        var from = node.readers().get(self);
        if (from == null) {
            readings.remove(node.id());
            return true;
        }
        var reading = readings.get(node.id());
        if (reading != null && reading.from() == from) {
            return true;
        }
        readings.put(node.id(), new Reading(from, from));
        return from == 0;
    }

    /** The last batch read of each node that writes for us. */
    Map<String, Long> read() {
        var numbers = new HashMap<String, Long>();
        readings.forEach((node, reading) -> numbers.put(node, reading.upTo()));
        return numbers;
    }

    /** Notes a batch as read, or as given up; false when one before it never came. */
    boolean advance(String node, long number) {
        var reading = readings.get(node);
        if (reading == null || number <= reading.upTo()) {
            return true;
        }
        readings.put(node, new Reading(reading.from(), number));
        return number == reading.upTo() + 1;
    }

    /** Notes that every batch up to this number has come or never will; false when one is missing. */
    boolean settle(String node, long number) {
        var reading = readings.get(node);
        if (reading == null || number <= reading.upTo()) {
            return true;
        }
        readings.put(node, new Reading(reading.from(), number));
        return false;
    }
}
