package dev.pupitre.supervision;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ForSupervisors;
import dev.pupitre.kernel.NotFound;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The alerts over HTTP, and when they are raised. */
@RestController
@ForSupervisors
@RequestMapping("/api/v1")
class AlertController {
    private final Alerts alerts;
    private final AlertWatch watch;
    private final Campaigns campaigns;
    private final Clock clock;

    AlertController(Alerts alerts, AlertWatch watch, Campaigns campaigns, Clock clock) {
        this.alerts = alerts;
        this.watch = watch;
        this.campaigns = campaigns;
        this.clock = clock;
    }

    /** Those that last and the newest that are over, each the newest first. */
    record AlertList(List<AlertView> open, List<AlertView> over) {}

    @GetMapping("/alerts")
    AlertList list() {
        return new AlertList(
                alerts.open().stream().map(AlertView::of).toList(),
                alerts.over().stream().map(AlertView::of).toList());
    }

    @PostMapping("/alerts/{id}/acknowledge")
    @Audited(Act.ALERT_ACKNOWLEDGED)
    AlertView acknowledge(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        var acknowledged = alerts.acknowledge(id, caller.id(), clock.instant());
        watch.announce(acknowledged);
        return AlertView.of(acknowledged);
    }

    /**
     * See {@link AlertLimits}.
     *
     * @param version that they were read with; null for whatever is there now
     */
    record Limits(
            @Min(0) @Max(100_000) int waiting,
            @Min(0) @Max(604_800) int longestWait,
            @Nullable @Min(0) @Max(100) Integer serviceLevel,
            @Nullable Long version) {}

    static final class NoCampaign extends NotFound {
        NoCampaign(CampaignId id) {
            super("Expected a campaign " + id + ", but there is none");
        }
    }

    /** Of all campaigns in use. */
    @GetMapping("/alert-limits")
    List<AlertLimits> limits() {
        var set = alerts.limits();
        return campaigns.all().stream()
                .map(campaign -> campaign.id().value())
                .map(id -> set.getOrDefault(id, AlertLimits.usual(id)))
                .toList();
    }

    @PutMapping("/alert-limits/{campaign}")
    @Audited(value = Act.ALERT_LIMITS_CHANGED, subject = "campaign")
    AlertLimits limit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable CampaignId campaign,
            @Valid @RequestBody Limits wanted) {
        var _ = campaigns.find(campaign).orElseThrow(() -> new NoCampaign(campaign));
        var before = alerts.limits(campaign.value());
        var limits = new AlertLimits(
                campaign.value(),
                wanted.waiting(),
                wanted.longestWait(),
                wanted.serviceLevel(),
                (wanted.version() == null ? before.version() : wanted.version()) + 1,
                caller.displayName(),
                clock.instant());
        Audit.changing("limits", before.words(), limits.words());
        alerts.limit(limits);
        return limits;
    }
}
