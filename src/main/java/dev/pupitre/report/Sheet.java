package dev.pupitre.report;

import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.conversation.VerdictCounts.VersionRow;
import dev.pupitre.report.Report.OfDay;
import dev.pupitre.report.Report.OfGroup;
import dev.pupitre.report.Report.OfRow;
import dev.pupitre.report.Report.OfSource;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** On which facts are added up, in all and by what they have in common. */
final class Sheet {
    private static final int HOURS = 24;
    private static final int MOST_SOURCES = 200;
    /** A link may be made for one customer: what it says is shown only where several have followed it. */
    private static final int FEWEST_OF_A_LINK = 3;

    private static final String LINK = "link:";

    private final Period period;
    private final Tally total = new Tally();
    private final Map<LocalDate, Tally> days = new TreeMap<>();
    private final Integer[][] hours = new Integer[DayOfWeek.values().length][HOURS];
    private final Map<String, Tally> campaigns = new HashMap<>();
    private final Map<String, Tally> agents = new HashMap<>();
    private final Map<String, Integer> rules = new HashMap<>();
    private final Map<String, List<Fact>> sources = new HashMap<>();

    Sheet(Period period) {
        this.period = period;
        period.from().datesUntil(period.to().plusDays(1)).forEach(day -> days.put(day, new Tally()));
        Arrays.stream(hours).forEach(day -> Arrays.fill(day, 0));
    }

    void add(String campaign, Fact fact) {
        var opened = Instant.ofEpochSecond(fact.openedAt()).atZone(period.zone());
        total.add(fact);
        tally(days, opened.toLocalDate()).add(fact);
        if (fact.outcome() != Fact.Outcome.IGNORED && fact.outcome() != Fact.Outcome.HANDED_ON) {
            hours[opened.getDayOfWeek().getValue() - 1][opened.getHour()]++;
        }
        tally(campaigns, campaign).add(fact);
        if (fact.agent() != null) {
            tally(agents, fact.agent()).add(fact);
        }
        if (fact.source() != null) {
            sources.computeIfAbsent(fact.source(), _ -> new ArrayList<>()).add(fact);
        }
        fact.rules().forEach(row -> rules.merge(row, 1, Integer::sum));
    }

    /** How often rows of the messaging policy decided about messages, of which facts know nothing. */
    void add(Map<VersionRow, Integer> verdicts) {
        verdicts.forEach((row, count) ->
                rules.merge(VerdictCounts.TABLE + ":" + row.version() + ":" + row.row(), count, Integer::sum));
    }

    private static <K> Tally tally(Map<K, Tally> tallies, K key) {
        return tallies.computeIfAbsent(key, _ -> new Tally());
    }

    Report report(Names names, Instant now) {
        return new Report(
                period.from(),
                period.to(),
                period.zone().getId(),
                now,
                total.figures(),
                days.entrySet().stream()
                        .map(day -> new OfDay(day.getKey(), day.getValue().figures()))
                        .toList(),
                Arrays.stream(hours).map(List::of).toList(),
                groups(campaigns, names::campaign),
                groups(agents, names::agent),
                rules.entrySet().stream()
                        .map(row -> row(row.getKey(), row.getValue()))
                        .sorted(Comparator.comparing(OfRow::table)
                                .thenComparing(
                                        Comparator.comparingInt(OfRow::version).reversed())
                                .thenComparingInt(OfRow::row))
                        .toList(),
                sources());
    }

    private static List<OfGroup> groups(Map<String, Tally> tallies, Function<String, String> name) {
        BiFunction<String, Tally, OfGroup> group = (id, tally) -> new OfGroup(id, name.apply(id), tally.figures());
        return tallies.entrySet().stream()
                .map(each -> group.apply(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(OfGroup::name).thenComparing(OfGroup::id))
                .toList();
    }

    private List<OfSource> sources() {
        var tallies = new HashMap<String, Tally>();
        sources.forEach((source, facts) -> {
            var rare = source.startsWith(LINK) && facts.size() < FEWEST_OF_A_LINK;
            facts.forEach(tally(tallies, rare ? LINK : source)::add);
        });
        var others = Optional.ofNullable(tallies.remove(LINK)).map(tally -> source(LINK, tally));
        var named = tallies.entrySet().stream()
                .map(each -> source(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingInt(
                                (OfSource source) -> source.figures().opened())
                        .reversed()
                        .thenComparing(OfSource::ref))
                .limit(MOST_SOURCES);
        return Stream.concat(named, others.stream()).toList();
    }

    private static OfSource source(String key, Tally tally) {
        var parts = key.split(":", 2);
        return new OfSource(parts[0], parts[1], tally.figures());
    }

    private static OfRow row(String key, int count) {
        var parts = key.split(":", 3);
        return new OfRow(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), count);
    }
}
