package dev.pupitre.report;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Reads the last year once a node has started, so that the first who opens a report there does not wait for it. */
@Component
class Warming {
    private static final Logger LOG = LoggerFactory.getLogger(Warming.class);
    private static final int MONTHS = 13;

    private final Reporting reporting;
    private final Clock clock;

    Warming(Reporting reporting, Clock clock) {
        this.reporting = reporting;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("report-warming").start(this::warm);
    }

    /** Month by month, the newest first: whoever opens the usual report does not wait for the year. */
    void warm() {
        try {
            var last = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (var month = 0; month < MONTHS; month++) {
                var from = last.minusMonths(1);
                reporting.prepare(new Period(from.plusDays(1), last, ZoneOffset.UTC));
                last = from;
            }
        } catch (DataAccessException | IllegalStateException away) {
            LOG.info("Expected to read the last year for reports, but the store is away: {}", away.getMessage());
        }
    }
}
