package dev.pupitre.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** What has to be there in the end, noted as the events are made up, with the numbers and times they are given. */
final class SoakExpected {
    static final String PAGE = "100000000000001";

    final Random random;
    final String run;
    final Map<String, List<String>> mids = new TreeMap<>();
    final Map<String, List<String>> walls = new TreeMap<>();
    final Map<String, String> edited = new HashMap<>();
    final Set<String> removed = new HashSet<>();
    final Set<String> hidden = new HashSet<>();
    final Set<String> reacted = new HashSet<>();
    final Map<String, String> rated = new HashMap<>();
    final Set<String> files = new HashSet<>();
    final Map<String, Integer> lines = new TreeMap<>();
    int unknown;
    private final Set<String> paused = new HashSet<>();
    private long time = System.currentTimeMillis();
    private int numbered;

    SoakExpected(long seed, String run) {
        this.random = new Random(seed);
        this.run = run;
    }

    int number() {
        return numbered;
    }

    int nextNumber() {
        return ++numbered;
    }

    long now() {
        return time;
    }

    long nextTime() {
        return ++time;
    }

    void line(String type) {
        lines.merge(type, 1, Integer::sum);
    }

    /** Told once in a conversation. */
    void pausedBy(String conversation) {
        if (paused.add(conversation)) {
            line("BOT_PAUSED");
        }
    }

    /** A conversation of its own that begins with this. */
    void opened(String top) {
        walls.put(top, new ArrayList<>(List.of(top)));
    }

    /** Whom no comment, mention or recommendation of another run is by. */
    String stranger() {
        return "7" + run + numbered;
    }

    /** Under which all the comments stand. */
    String post() {
        return PAGE + "_" + run;
    }

    /** Of posts that are not the Page's own, in which it is mentioned. */
    String elsewhere() {
        return "8" + run + "_";
    }
}
