package dev.pupitre.day;

import dev.pupitre.story.HttpSession;
import java.net.URI;
import java.util.stream.Stream;

/** What the broker tells of itself: how many processes are under way, and how many are stuck. */
final class BrokerMeters {
    private final HttpSession http;

    BrokerMeters(int monitoring) {
        http = new HttpSession(URI.create("http://127.0.0.1:" + monitoring));
    }

    /** How often this happened to whole processes, as {@code completed}. */
    long processes(String action) {
        return sum("zeebe_element_instance_events_total{", "action=\"" + action + "\"", "type=\"PROCESS\"");
    }

    /** How often this happened to jobs of this type, as {@code completed}. */
    long jobs(String type, String action) {
        return sum("zeebe_job_events_total{", "action=\"" + action + "\"", "type=\"" + type + "\"");
    }

    long incidents() {
        return sum("zeebe_incident_events_total{", "action=\"created\"");
    }

    private long sum(String... parts) {
        return (long) http.get("/actuator/prometheus")
                .text()
                .lines()
                .filter(line -> Stream.of(parts).allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
