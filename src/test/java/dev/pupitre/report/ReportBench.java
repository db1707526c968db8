package dev.pupitre.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.mongodb.client.MongoClients;
import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.conversation.VerdictCountsFixture;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.report.Reporting.Filter;
import dev.pupitre.store.RunningStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the report of a year of 200,000 conversations takes, with messages in each of its hours, on the embedded store
 * with its data on disk.
 */
class ReportBench {
    private static final int CONVERSATIONS = Integer.getInteger("bench.conversations", 200_000);
    private static final int DAYS = 365;
    private static final int HOURS = 24;
    private static final int AGENTS = 40;
    private static final int POLICY_ROWS = 20;
    private static final int ROUNDS = 5;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final Period YEAR = new Period(FIRST, FIRST.plusDays(DAYS - 1), ZoneId.of("Europe/Paris"));
    private static final List<String> CAMPAIGNS = List.of("sales", "care", "returns", "press", "jobs");
    private static final double AIM = 1000;

    @TempDir
    Path directory;

    private final dev.pupitre.bench.Report report = new dev.pupitre.bench.Report("report");
    private final Random random = new Random(7);

    @Test
    void tellsHowLongAYearTakes() {
        try (var store = new RunningStore(directory);
                var client = MongoClients.create("mongodb://127.0.0.1:" + store.port())) {
            var mongo = TestDatabase.template(client);
            var days = new Days(mongo);
            var names = mock(Names.class);
            given(names.campaign(anyString())).willAnswer(call -> call.getArgument(0));
            given(names.agent(anyString())).willAnswer(call -> call.getArgument(0));
            fill(days);
            var verdicts = VerdictCountsFixture.hourly(mongo, YEAR.start(), YEAR.end(), POLICY_ROWS);
            Supplier<Reporting> node =
                    () -> new Reporting(new Library(days), campaigns(), names, verdicts, Clock.systemUTC());
            var reporting = node.get();

            report.line("| a year of %,d conversations | ms |", CONVERSATIONS);
            report.line("|---|---|");
            var year = new Filter(YEAR, null, null, null);
            var first = millis(reporting, year);
            report.line("| opened first, before anything was compiled | %.0f |", first);
            var fresh = IntStream.range(0, ROUNDS)
                    .mapToDouble(_ -> millis(node.get(), year))
                    .toArray();
            report.line(
                    "| opened by a node that has read none of it, median of %d | %.0f |",
                    ROUNDS, dev.pupitre.bench.Report.median(fresh));
            var started = node.get();
            var begun = System.nanoTime();
            new Warming(started, Clock.fixed(YEAR.to().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC)).warm();
            report.line("| read by a node when it has started, in the background | %.0f |", millisSince(begun));
            var warmed = millis(started, year);
            report.line(
                    "| opened first on such a node | %.0f %s |",
                    warmed, dev.pupitre.bench.Report.verdict(warmed < AIM, "less than 1,000"));
            var again = IntStream.range(0, ROUNDS)
                    .mapToDouble(_ -> millis(reporting, year))
                    .toArray();
            var median = dev.pupitre.bench.Report.median(again);
            report.line(
                    "| opened again, median of %d | %.0f %s |",
                    ROUNDS, median, dev.pupitre.bench.Report.verdict(median < AIM, "less than 1,000"));
            var month = new Filter(new Period(FIRST.plusDays(31), FIRST.plusDays(58), YEAR.zone()), null, null, null);
            report.line("| its second month | %.0f |", millis(reporting, month));
            assertThat(reporting.report(year).total().opened()).isEqualTo(CONVERSATIONS);
            assertThat(reporting.report(year).rules())
                    .filteredOn(row -> row.table().equals(VerdictCounts.TABLE))
                    .hasSize(POLICY_ROWS)
                    .allMatch(row -> row.count() == DAYS * HOURS);
        } finally {
            report.write();
        }
    }

    private static double millis(Reporting reporting, Filter filter) {
        var begun = System.nanoTime();
        assertThat(reporting.report(filter).total().opened()).isPositive();
        return millisSince(begun);
    }

    private static double millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toNanos() / 1e6;
    }

    private static Campaigns campaigns() {
        Campaigns campaigns = mock();
        var all = CAMPAIGNS.stream()
                .map(id -> Campaign.usual(new CampaignId(id), id, "office", ZoneOffset.UTC))
                .toList();
        given(campaigns.withArchived()).willReturn(all);
        given(campaigns.find(any())).willReturn(Optional.of(all.getFirst()));
        return campaigns;
    }

    private void fill(Days days) {
        for (var number = 0; number < DAYS; number++) {
            var date = FIRST.plusDays(number);
            for (var campaign = 0; campaign < CAMPAIGNS.size(); campaign++) {
                var share = DAYS * CAMPAIGNS.size();
                var index = number * CAMPAIGNS.size() + campaign;
                var count = CONVERSATIONS / share + (index < CONVERSATIONS % share ? 1 : 0);
                var facts = new ArrayList<Fact>();
                for (var each = 0; each < count; each++) {
                    facts.add(fact(index + "-" + each, date));
                }
                days.add(Day.idOf(date, CAMPAIGNS.get(campaign)), facts);
            }
        }
    }

    private Fact fact(String id, LocalDate date) {
        var response = random.nextInt(1800);
        var opened = date.atStartOfDay(ZoneOffset.UTC).plusHours(7).plusSeconds(random.nextInt(36_000));
        return new Fact(
                "01a1fff1-d2a0-7de0-ab46-" + id,
                1,
                opened.toEpochSecond(),
                random.nextInt(4) == 0 ? Channel.COMMENT : Channel.MESSENGER,
                "agent-" + random.nextInt(AGENTS),
                Fact.Outcome.ANSWERED,
                response / 2,
                response / 3,
                response,
                response,
                response,
                null,
                random.nextInt(3600),
                response < 300,
                random.nextBoolean(),
                random.nextInt(5) == 0 ? 1 + random.nextInt(5) : null,
                random.nextInt(20) == 0,
                List.of(
                        "listening:3:" + random.nextInt(1, 30),
                        "business-hours:1:1",
                        "routing:2:" + random.nextInt(1, 30)),
                random.nextInt(10) == 0 ? "ad:" + random.nextInt(20) : null);
    }
}
