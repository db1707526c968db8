package dev.pupitre.day;

import com.google.errorprone.annotations.FormatMethod;
import dev.pupitre.day.Visit.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The day as a page: what was played, and the counts that came out exactly so. */
final class DayReport {
    private final DayRecord record;
    private final StringBuilder page = new StringBuilder();

    DayReport(DayRecord record) {
        this.record = record;
    }

    void write(Path file, Duration took) {
        var scenario = record.scenario;
        line("# A day at the desk");
        line("");
        line(
                "A Monday in fast motion: %d conversations, %d agents with %d places each, on shifts from 09:00 with a lunch break, least busy first.",
                scenario.arrivals(), scenario.agents(), scenario.capacity());
        line(
                "Customers write through the Facebook stand-in, agents answer over HTTP; application, store and broker are the real ones, and only the clocks are");
        line(
                "played: they stand still until all is done that follows from one event, and jump to the next. All chance comes from the seed %d.",
                scenario.seed());
        line("");
        line("![Queue, waiting times and arrivals over the day](day.svg)");
        line("");
        line(
                "Waiting times are those until an agent had the conversation, counted from when the desk was open, of who was served on the same day.");
        line("");
        line(
                "Each count below was compared with the conversations as the desk lists them, with what the stand-in was given, with the store and with the broker's own");
        line(
                "counters, and was the same; after each event each agent had just what the day gave them and never more than their places, nobody waited while somebody who");
        line(
                "might serve them had room, and those who waited were served by urgency, then age. In the end nothing was left in the queue, inbox or outbox, all places were free, all");
        line("processes ended, and there was no incident.");
        line("");
        line("| what became of %d arrivals, each counted once | |", scenario.arrivals());
        line("|---|---|");
        row("answered within the service level of " + Scenario.SERVICE_LEVEL.toSeconds() + " s", of(Outcome.IN_TIME));
        row("answered later", of(Outcome.LATER));
        row("lost: waited longer than " + Scenario.DROPOUT.toMinutes() + " min", of(Outcome.LOST));
        row("withdrawn by the customer before an answer, and ended without one", of(Outcome.WITHDRAWN));
        row("not answered by 20:00: waited for the next opening, and were served then", of(Outcome.NEXT_OPENING));
        line("");
        line("| and in all | |");
        line("|---|---|");
        row("came while the desk was closed: before 09:00, after 18:00", count(visit -> visit.cameWhileClosed));
        row("by customers who had been there before on the same day", scenario.returning());
        row("longest queue of the day", longestQueue());
        row("told that the wait is long", count(visit -> visit.told));
        row("handed on to a colleague, the team of experts or the queue", record.transfers);
        row("given back unanswered by an agent who left", record.givenBack);
        row("closed as nobody wrote any more", record.idle);
        row("messages of customers; to customers", record.received() + "; " + record.sent());
        row(
                "surveys asked; answered; mean score",
                "%d; %d; %.2f"
                        .formatted(record.surveyed(), record.scored(), (double) record.scores() / record.scored()));
        row(
                "answered within the service level, of all that were queued",
                "%.1f %% (aim %d %%)"
                        .formatted(
                                100.0 * count(Visit::isInTime) / scenario.arrivals(), Scenario.SERVICE_LEVEL_TARGET));
        line("");
        byHour();
        line("| agent | conversations ended by them |");
        line("|---|---|");
        new TreeMap<>(record.handled()).forEach((agent, handled) -> row(agent, handled));
        line("");
        line(
                "%d events, played in %d min %d s. Again, which writes this page and its picture:",
                record.events, took.toMinutes(), took.toSecondsPart());
        line("");
        line("    ./mvnw -Pbench verify -Dit.test=DayBench");
        line("");
        line(
                "`-Dbench.day.arrivals` and `-Dbench.day.seed` play other days; `SmallDayBench` plays a small one. When an agent leaves who has several");
        line(
                "conversations, these go back at the same moment; which of two equally busy agents gets which of them is not the seed's choice.");
        try {
            Files.writeString(file, page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int longestQueue() {
        return record.moments.stream()
                .filter(moment -> !moment.at().isAfter(Hours.monday(Plans.LAST)))
                .mapToInt(DayRecord.Moment::queued)
                .max()
                .orElse(0);
    }

    private void byHour() {
        line("| hour | arrivals | waited, p50 | waited, p90 |");
        line("|---|---|---|---|");
        for (var hour = Plans.FIRST; hour.isBefore(Plans.LAST); hour = hour.plusHours(1)) {
            var begin = Hours.monday(hour);
            var end = begin.plus(Duration.ofHours(1));
            var came = record.visits.stream()
                    .filter(visit -> !visit.arrivedAt().isBefore(begin)
                            && visit.arrivedAt().isBefore(end))
                    .toList();
            var waited = came.stream()
                    .filter(visit -> !visit.carriedOver)
                    .map(Visit::minutesWaited)
                    .sorted()
                    .toList();
            line("| %s | %d | %s | %s |", hour, came.size(), percentile(waited, 50), percentile(waited, 90));
        }
        line("");
    }

    private static String percentile(List<Double> sorted, int percent) {
        return sorted.isEmpty()
                ? "next day"
                : String.format(Locale.ROOT, "%.1f min", DayPicture.percentile(sorted, percent));
    }

    private long of(Outcome outcome) {
        return record.outcomes().getOrDefault(outcome, 0L);
    }

    private long count(Predicate<Visit> which) {
        return record.visits.stream().filter(which).count();
    }

    private void row(String what, Object figure) {
        line("| %s | %s |", what, figure);
    }

    @FormatMethod
    private void line(String format, Object... values) {
        page.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
