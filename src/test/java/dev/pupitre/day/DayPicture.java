package dev.pupitre.day;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.erichseifert.vectorgraphics2d.Processors;
import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The day as a picture: who waits, how long, and how many agents there are. */
final class DayPicture {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 330;
    private static final Color BLUE = new Color(0x0f62fe);
    private static final Color PURPLE = new Color(0x8a3ffc);
    private static final Color ORANGE = new Color(0xba4e00);
    private static final Color GREY = new Color(0x6f6f6f);
    private static final Color RED = new Color(0xda1e28);
    private static final Instant FROM = Hours.monday(Plans.FIRST);
    private static final Instant TO = Hours.monday(Plans.LAST);
    private static final Pattern FINER_THAN_SEEN = Pattern.compile("(\\d\\.\\d)\\d+");
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SLOT = Duration.ofMinutes(30);

    private final DayRecord record;

    DayPicture(DayRecord record) {
        this.record = record;
    }

    void write(Path file) {
        var page = new VectorGraphics2D();
        page.setColor(Color.WHITE);
        page.fillRect(0, 0, WIDTH, 3 * HEIGHT);
        for (var chart : List.of(queue(), waits(), arrivals())) {
            chart.paint(page, WIDTH, HEIGHT);
            page.translate(0, HEIGHT);
        }
        var size = new PageSize(0, 0, WIDTH, 3 * HEIGHT);
        try {
            var svg = new ByteArrayOutputStream();
            Processors.get("svg").getDocument(page.getCommands(), size).writeTo(svg);
            Files.writeString(file, FINER_THAN_SEEN.matcher(svg.toString(UTF_8)).replaceAll("$1"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The longest queue of each minute. */
    private XYChart queue() {
        var moments = new TreeMap<Instant, DayRecord.Moment>();
        record.moments.forEach(moment -> moments.merge(moment.at(), moment, DayRecord.Moment::longer));
        var chart = chart("Who waits in the queue, and how many agents there are", "conversations, agents");
        var times = new ArrayList<Instant>();
        var queued = new ArrayList<Integer>();
        var online = new ArrayList<Integer>();
        var before = new DayRecord.Moment(FROM, 0, 0);
        for (var minute = FROM; !minute.isAfter(TO); minute = minute.plus(A_MINUTE)) {
            var most = before.queued();
            for (var moment :
                    moments.subMap(minute.minus(A_MINUTE), false, minute, true).values()) {
                most = Math.max(most, moment.queued());
                before = moment;
            }
            times.add(minute);
            queued.add(most);
            online.add(before.online());
        }
        line(chart, "waiting in the queue", times, queued, XYSeriesRenderStyle.Step, BLUE);
        line(chart, "agents online", times, online, XYSeriesRenderStyle.Step, ORANGE);
        return chart;
    }

    private XYChart waits() {
        var chart = chart("How long they waited for an agent, by when they came", "minutes");
        var times = new ArrayList<Instant>();
        var half = new ArrayList<Double>();
        var most = new ArrayList<Double>();
        for (var slot = FROM; slot.isBefore(TO); slot = slot.plus(SLOT)) {
            var waited = waited(slot);
            if (!waited.isEmpty()) {
                times.add(slot.plus(SLOT.dividedBy(2)));
                half.add(percentile(waited, 50));
                most.add(percentile(waited, 90));
            }
        }
        line(chart, "9 of 10 waited no longer (p90)", times, most, XYSeriesRenderStyle.Line, PURPLE);
        line(chart, "half waited no longer (p50)", times, half, XYSeriesRenderStyle.Line, BLUE);
        var level = Scenario.SERVICE_LEVEL.toSeconds() / 60.0;
        line(chart, "service level", List.of(FROM, TO), List.of(level, level), XYSeriesRenderStyle.Line, RED);
        return chart;
    }

    private XYChart arrivals() {
        var chart = chart("How many came in each half hour", "conversations");
        var times = new ArrayList<Instant>();
        var counts = new ArrayList<Long>();
        for (var slot = FROM; slot.isBefore(TO); slot = slot.plus(SLOT)) {
            var begin = slot;
            times.add(slot);
            counts.add(
                    record.visits.stream().filter(visit -> isIn(begin, visit)).count());
        }
        times.add(TO);
        counts.add(0L);
        line(chart, "arrivals", times, counts, XYSeriesRenderStyle.Step, GREY);
        return chart;
    }

    /** Of those who came then and whose wait ended on the same day, counted from when the desk was open. */
    private List<Double> waited(Instant slot) {
        return record.visits.stream()
                .filter(visit -> isIn(slot, visit) && !visit.carriedOver)
                .map(Visit::minutesWaited)
                .sorted()
                .toList();
    }

    private static boolean isIn(Instant slot, Visit visit) {
        return !visit.arrivedAt().isBefore(slot) && visit.arrivedAt().isBefore(slot.plus(SLOT));
    }

    static double percentile(List<Double> sorted, int percent) {
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    private static XYChart chart(String title, String unit) {
        var chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle("time of day, " + Hours.ZONE.getId())
                .yAxisTitle(unit)
                .build();
        var style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE)
                .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 15))
                .setLegendPosition(LegendPosition.InsideNE)
                .setLegendBorderColor(Color.WHITE);
        style.setTimezone(TimeZone.getTimeZone(Hours.ZONE))
                .setDatePattern("HH:mm")
                .setLocale(Locale.ROOT)
                .setXAxisMin((double) FROM.toEpochMilli())
                .setXAxisMax((double) TO.toEpochMilli())
                .setYAxisMin(0.0);
        return chart;
    }

    private static void line(
            XYChart chart,
            String name,
            List<Instant> times,
            List<? extends Number> values,
            XYSeriesRenderStyle shape,
            Color color) {
        chart.addSeries(name, times.stream().map(Date::from).toList(), values)
                .setXYSeriesRenderStyle(shape)
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(color)
                .setLineStyle(new BasicStroke(2));
    }
}
