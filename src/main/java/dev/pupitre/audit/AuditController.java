package dev.pupitre.audit;

import dev.pupitre.audit.AuditLog.Filter;
import dev.pupitre.kernel.ForAdministrators;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The book of administrative acts, for administrators. */
@RestController
@RequestMapping("/api/v1/audit")
@ForAdministrators
class AuditController {
    record AuditPage(List<AuditEntry> items, int page, int size, long total) {}

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    AuditPage list(
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) Act.@Nullable Area area,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "0") @Min(0) int page,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int size) {
        var filter = new Filter(by, area, subject, from, to);
        return new AuditPage(log.find(filter, page, size), page, size, log.count(filter));
    }
}
