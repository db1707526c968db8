package dev.pupitre.report;

import dev.pupitre.conversation.Channel;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over HTTP, for those who lead the desk. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1/reports")
class ReportsController {
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final int MAX_PAGE = 200;

    /**
     * What a report is asked about.
     *
     * @param from the first day, and {@code to} the last one, as the zone counts them
     * @param zone of the tz database, such as {@code Europe/Paris}
     */
    record Asked(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @Nullable String zone,
            @Nullable CampaignId campaign,
            @Nullable String agent,
            @Nullable Channel channel) {
        Reporting.Filter filter() {
            return new Reporting.Filter(new Period(from, to, zoneId()), campaign, agent, channel);
        }

        private ZoneId zoneId() {
            try {
                return ZoneId.of(zone == null ? "UTC" : zone);
            } catch (DateTimeException unknown) {
                throw new InvalidInput("zone", "Expected a time zone such as Europe/Paris, but got " + zone);
            }
        }
    }

    private final Reporting reporting;
    private final Comments comments;

    ReportsController(Reporting reporting, Comments comments) {
        this.reporting = reporting;
        this.comments = comments;
    }

    @GetMapping
    Report report(@Valid @ModelAttribute Asked asked) {
        return reporting.report(asked.filter());
    }

    /** What customers wrote beside their scores, the newest conversation first. */
    @GetMapping("/comments")
    Comments.Page comments(
            @Valid @ModelAttribute Asked asked,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(MAX_PAGE) int size) {
        return comments.page(asked.filter(), page, size);
    }

    /** One of the report's tables for a spreadsheet. */
    @GetMapping("/{table}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String table, @Valid @ModelAttribute Asked asked) {
        var found = CsvTable.named(table);
        var name = "pupitre-%s-%s-%s.csv".formatted(found.name(), asked.from(), asked.to());
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(found.of(reporting.report(asked.filter())));
    }
}
