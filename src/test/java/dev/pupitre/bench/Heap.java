package dev.pupitre.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/** What lives in this JVM after a full collection, by class, and what the JVM takes of the machine; in bytes. */
public record Heap(Map<String, Long> classes, long resident) {
    private static final Pattern LINE = Pattern.compile("\\s*\\d+:\\s+\\d+\\s+(\\d+)\\s+(\\S+).*");
    private static final int SHOWN = 8;

    /** A histogram of living objects collects the others first. */
    public static Heap now() {
        var classes = new TreeMap<String, Long>();
        for (var line : histogram().lines().toList()) {
            var matcher = LINE.matcher(line);
            if (matcher.matches()) {
                classes.merge(matcher.group(2), Long.parseLong(matcher.group(1)), Long::sum);
            }
        }
        return new Heap(classes, resident(ProcessHandle.current().pid()));
    }

    public double megabytes() {
        return classes.values().stream().mapToLong(Long::longValue).sum() / 1e6;
    }

    /** The classes that take more room than before, most first. */
    String grown(Heap before) {
        return classes.keySet().stream()
                .sorted(Comparator.comparingLong(name -> before.of(name) - of(name)))
                .limit(SHOWN)
                .map(name -> "%s %+.1f".formatted(name, (of(name) - before.of(name)) / 1e6))
                .collect(Collectors.joining(", "));
    }

    private long of(String name) {
        return classes.getOrDefault(name, 0L);
    }

    private static String histogram() {
        try {
            return (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[] {}},
                            new String[] {String[].class.getName()});
        } catch (JMException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    /** What this process takes of the machine. */
    static long resident(long process) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * 1024;
        } catch (IOException noSuchSystem) {
            throw new UncheckedIOException(noSuchSystem);
        }
    }
}
