package dev.pupitre.rules;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.InvalidInput;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Deployments that wait for a date or for somebody's approval, over HTTP. */
@RestController
@ForAnalysts
@RequestMapping("/api/v1/rules/{table}/planned")
class PlannedController {
    private static final Duration TOLD_FOR = Duration.ofDays(7);

    private final Planning planning;
    private final Plans plans;
    private final TableVersions versions;
    private final Clock clock;

    PlannedController(Planning planning, Plans plans, TableVersions versions, Clock clock) {
        this.planning = planning;
        this.plans = plans;
        this.versions = versions;
        this.clock = clock;
    }

    /**
     * What is to be current: a draft in the revision that was seen, or an old version.
     *
     * @param basedOn the version that was seen as the current one, where an old version is meant
     * @param at null for as soon as somebody has approved
     * @param acknowledged whether the warnings of the draft, or what fails in the old version, were seen
     * @param approval whether somebody else is asked, also where the settings do not want it
     */
    record Wanted(
            @Nullable String draft,
            @Nullable Long revision,
            @Nullable Integer version,
            @Nullable Integer basedOn,

            @NotBlank @Size(max = DeployController.LONGEST_REASON)
            String reason,

            @Nullable Boolean acknowledged,
            @Nullable Instant at,
            @Nullable Boolean approval) {
        Planning.Wish by(Caller caller) {
            return new Planning.Wish(
                    Person.of(caller),
                    reason.strip(),
                    at,
                    Boolean.TRUE.equals(approval),
                    Boolean.TRUE.equals(acknowledged));
        }
    }

    record Approval(
            @Nullable @Size(max = DeployController.LONGEST_REASON)
            String comment) {}

    record Refusal(
            @NotBlank @Size(max = DeployController.LONGEST_REASON)
            String comment) {}

    @GetMapping
    @ForReaders
    List<PlannedView> all(@PathVariable String table) {
        return plans.of(TableName.of(table), clock.instant().minus(TOLD_FOR)).stream()
                .map(PlannedView::of)
                .toList();
    }

    @GetMapping("/{id}")
    @ForReaders
    PlannedView one(@PathVariable String table, @PathVariable String id) {
        return PlannedView.of(plans.get(TableName.of(table), id));
    }

    /** What it changes in the version that it was planned on. */
    @GetMapping("/{id}/diff")
    @ForReaders
    List<RowChange> diff(@PathVariable String table, @PathVariable String id) {
        var name = TableName.of(table);
        var plan = plans.get(name, id);
        var before = versions.deployed(name, plan.basedOn()).orElseThrow(() -> new NoSuchVersion(name, plan.basedOn()));
        return RowDiff.between(DmnReader.parse(name, before.dmn()), DmnReader.parse(name, plans.content(plan)));
    }

    @PostMapping
    @Audited(value = Act.TABLE_DEPLOYMENT_PLANNED, subject = "table")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlannedView plan(
            @AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody Wanted wanted) {
        var name = TableName.of(table);
        var draft = wanted.draft();
        var revision = wanted.revision();
        var version = wanted.version();
        if (draft != null && revision != null && version == null) {
            return PlannedView.of(planning.plan(name, draft, revision, wanted.by(caller)));
        }
        if (draft == null && version != null) {
            return PlannedView.of(planning.planRollBack(name, version, wanted.basedOn(), wanted.by(caller)));
        }
        throw new InvalidInput("draft", "Expected either a draft with its revision or a version, but not both");
    }

    @PostMapping("/{id}/approve")
    @Audited(value = Act.TABLE_DEPLOYMENT_APPROVED, subject = "table")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlannedView approve(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String table,
            @PathVariable String id,
            @Valid @RequestBody Approval approval) {
        var comment = approval.comment();
        return PlannedView.of(planning.approve(
                TableName.of(table),
                id,
                Person.of(caller),
                comment == null || comment.isBlank() ? null : comment.strip()));
    }

    @PostMapping("/{id}/refuse")
    @Audited(value = Act.TABLE_DEPLOYMENT_REFUSED, subject = "table")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlannedView refuse(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String table,
            @PathVariable String id,
            @Valid @RequestBody Refusal refusal) {
        return PlannedView.of(planning.refuse(
                TableName.of(table), id, Person.of(caller), refusal.comment().strip()));
    }

    @PostMapping("/{id}/cancel")
    @Audited(value = Act.TABLE_DEPLOYMENT_CANCELLED, subject = "table")
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlannedView cancel(@AuthenticationPrincipal Caller caller, @PathVariable String table, @PathVariable String id) {
        return PlannedView.of(planning.cancel(TableName.of(table), id, Person.of(caller)));
    }
}
