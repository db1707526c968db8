package dev.pupitre.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/** The figures, as a page and on the console. */
public final class Report {
    private final StringBuilder page = new StringBuilder();
    private final StringBuilder rounds = new StringBuilder();

    private final String name;

    Report() {
        this("performance");
    }

    /** A page of this name. */
    public Report(String name) {
        this.name = name;
        line(
                "%s, %d cores, %s, JDK %s",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                System.getProperty("java.version"));
        line("");
    }

    /** A line of the page. */
    @FormatMethod
    public void line(String format, Object... values) {
        add(page, String.format(Locale.ROOT, format, values));
    }

    /** What a single round gave, for whoever doubts a median. */
    @FormatMethod
    public void note(String format, Object... values) {
        add(rounds, String.format(Locale.ROOT, format, values));
    }

    private static void add(StringBuilder to, String line) {
        System.out.println(line);
        to.append(line).append('\n');
    }

    public static String verdict(boolean reached, String aim) {
        return reached ? "(PASS: " + aim + ")" : "(MISS: " + aim + ")";
    }

    public static double median(double... figures) {
        var sorted = Arrays.stream(figures).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public void write() {
        try {
            Files.createDirectories(PerformanceBench.DIRECTORY);
            Files.writeString(PerformanceBench.DIRECTORY.resolve(name + ".md"), page);
            Files.writeString(PerformanceBench.DIRECTORY.resolve(name + "-rounds.txt"), rounds);
            System.out.println("\n" + page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
