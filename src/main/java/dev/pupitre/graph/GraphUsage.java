package dev.pupitre.graph;

import com.restfb.json.Json;
import com.restfb.json.JsonArray;
import com.restfb.json.JsonObject;
import com.restfb.json.JsonValue;
import com.restfb.json.ParseException;
import dev.pupitre.kernel.PageId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How much of Meta's rate limits is used up, as its answers tell (Graph API, rate limits: {@code X-App-Usage},
 * {@code X-Page-Usage}, {@code X-Business-Use-Case-Usage}).
 */
@Component
public class GraphUsage {
    private static final Logger LOG = LoggerFactory.getLogger(GraphUsage.class);

    private static final String OF_APP = "X-App-Usage";
    private static final List<String> OF_PAGE = List.of("X-Page-Usage", "X-Business-Use-Case-Usage");
    private static final Set<String> PERCENTAGES = Set.of("call_count", "total_time", "total_cputime");
    private static final String MINUTES_LOCKED_OUT = "estimated_time_to_regain_access";
    private static final int WORTH_TELLING = 75;
    private static final int FULL = 100;

    /** What was told longer ago says nothing of now. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(2);

    private record Told(int percent, Instant until) {}

    private final Map<String, Told> told = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    GraphUsage(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /** How full the fullest of the limits is that concern the Page, in percent; 0 when Meta has not told lately. */
    public int percent(PageId page) {
        return Math.max(percent("app"), percent(page.value()));
    }

    private int percent(String whose) {
        var last = told.get(whose);
        return last == null || last.until().isBefore(clock.instant()) ? 0 : last.percent();
    }

    void heard(PageId page, HttpHeaders headers) {
        headers.allValues(OF_APP).forEach(header -> note("app", header));
        OF_PAGE.forEach(name -> headers.allValues(name).forEach(header -> note(page.value(), header)));
    }

    private void note(String whose, String header) {
        try {
            var usage = Json.parse(header);
            var minutes = most(usage, Set.of(MINUTES_LOCKED_OUT));
            var percent = minutes > 0 ? FULL : most(usage, PERCENTAGES);
            var goodFor = minutes > 0 ? Duration.ofMinutes(minutes) : GOOD_FOR;
            var before = told.put(whose, new Told(percent, clock.instant().plus(goodFor)));
            if (before == null) {
                Gauge.builder("pupitre.graph.usage", () -> percent(whose))
                        .description("How full Meta's rate limits are, in percent")
                        .tag("of", whose)
                        .register(meters);
            }
            if (percent >= WORTH_TELLING && (before == null || before.percent() < WORTH_TELLING)) {
                LOG.warn("Facebook's rate limit of {} is {} % used: sending slows down", whose, percent);
            }
        } catch (ParseException | UnsupportedOperationException unreadable) {
            LOG.debug("Expected a usage header, but got {}", header, unreadable);
        }
    }

    /** The greatest number under one of these names, however deep: the headers nest differently. */
    private static int most(JsonValue value, Set<String> names) {
        return switch (value) {
            case JsonObject object ->
                object.names().stream()
                        .mapToInt(
                                name -> names.contains(name) && object.get(name).isNumber()
                                        ? (int) object.get(name).asDouble()
                                        : most(object.get(name), names))
                        .max()
                        .orElse(0);
            case JsonArray array ->
                StreamSupport.stream(array.spliterator(), false)
                        .mapToInt(item -> most(item, names))
                        .max()
                        .orElse(0);
            default -> 0;
        };
    }
}
