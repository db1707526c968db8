package dev.pupitre.page;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.ForAdministrators;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.PageId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The Pages and how it stands with them: for supervisors to see and for administrators to change. */
@RestController
@RequestMapping("/api/v1/pages")
@ForAdministrators
class PageController {
    private static final int LONGEST_RETENTION = 3650;

    /** @param retentionDays a number of days, or null for ever; left out, it stays */
    record ChangedPage(
            @Nullable ZoneId zone,
            @Nullable Boolean humanAgent,

            @Schema(type = "integer", minimum = "1", maximum = "3650", nullable = true) @Nullable
            JsonNode retentionDays,

            @Nullable Boolean responseFeedback) {}

    private final PageViews views;
    private final PageUpkeep upkeep;

    PageController(PageViews views, PageUpkeep upkeep) {
        this.views = views;
        this.upkeep = upkeep;
    }

    @GetMapping
    @ForSupervisors
    List<PageView> all() {
        return views.all();
    }

    @GetMapping("/{id}")
    @ForSupervisors
    PageView one(@PathVariable PageId id) {
        return views.find(id).orElseThrow(() -> new PageNotFound(id));
    }

    @PostMapping("/{id}/check")
    PageView check(@PathVariable PageId id) {
        return views.of(upkeep.check(id));
    }

    @PostMapping("/{id}/resubscribe")
    @Audited(Act.PAGE_RESUBSCRIBED)
    PageView resubscribe(@PathVariable PageId id) {
        return views.of(upkeep.resubscribe(id));
    }

    @PatchMapping("/{id}")
    @Audited(Act.PAGE_CHANGED)
    PageView change(@PathVariable PageId id, @Valid @RequestBody ChangedPage page) {
        return views.of(upkeep.change(id, update(page), page.responseFeedback() != null));
    }

    @DeleteMapping("/{id}")
    @Audited(Act.PAGE_DISCONNECTED)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void disconnect(@PathVariable PageId id) {
        upkeep.disconnect(id);
    }

    private static Update update(ChangedPage page) {
        var update = new Update();
        if (page.zone() != null) {
            update.set("zone", page.zone());
        }
        if (page.humanAgent() != null) {
            update.set("humanAgent", page.humanAgent());
        }
        if (page.responseFeedback() != null) {
            update.set("responseFeedback", page.responseFeedback());
        }
        if (page.retentionDays() != null) {
            update.set("retentionDays", days(page.retentionDays()));
        }
        return update;
    }

    private static @Nullable Integer days(JsonNode given) {
        if (given.isNull()) {
            return null;
        }
        if (!given.isInt() || given.asInt() < 1 || given.asInt() > LONGEST_RETENTION) {
            throw new InvalidInput(
                    "retentionDays", "must be a number of days from 1 to %d, or null".formatted(LONGEST_RETENTION));
        }
        return given.asInt();
    }
}
