package dev.pupitre.rules;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets analysts decide by another table from now on. */
@RestController
@ForAnalysts
@RequestMapping("/api/v1/rules/{table}")
class DeployController {
    static final int LONGEST_REASON = 500;

    private final Deployments deployments;
    private final RulesProperties properties;

    DeployController(Deployments deployments, RulesProperties properties) {
        this.deployments = deployments;
        this.properties = properties;
    }

    /**
     * A draft that is to be current.
     *
     * @param acknowledged whether its warnings were seen
     */
    record Deploy(
            @NotBlank String draft,
            @NotNull Long revision,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable Boolean acknowledged) {}

    /**
     * An old version that is to be current again.
     *
     * @param basedOn the version that was seen as the current one
     * @param acknowledged whether it is to be so although it has errors, or fails cases
     */
    record RollBack(
            @NotNull Integer version,
            @Nullable Integer basedOn,
            @NotBlank @Size(max = LONGEST_REASON) String reason,
            @Nullable Boolean acknowledged) {}

    @PostMapping("/deploy")
    @Audited(value = Act.TABLE_DEPLOYED, subject = "table")
    VersionView deploy(
            @AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody Deploy wanted) {
        demandNoApproval();
        return VersionView.whole(deployments.deploy(
                TableName.of(table),
                wanted.draft(),
                wanted.revision(),
                order(caller, wanted.reason(), wanted.acknowledged())));
    }

    @PostMapping("/rollback")
    @Audited(value = Act.TABLE_ROLLED_BACK, subject = "table")
    VersionView rollBack(
            @AuthenticationPrincipal Caller caller, @PathVariable String table, @Valid @RequestBody RollBack wanted) {
        demandNoApproval();
        return VersionView.whole(deployments.rollBack(
                TableName.of(table),
                wanted.version(),
                wanted.basedOn(),
                order(caller, wanted.reason(), wanted.acknowledged())));
    }

    private static Deployments.Order order(Caller caller, String reason, @Nullable Boolean acknowledged) {
        var seen = Boolean.TRUE.equals(acknowledged);
        Audit.changing("acknowledged", null, seen ? true : null);
        return new Deployments.Order(Person.of(caller), reason.strip(), seen);
    }

    /** Where somebody else has to see it, it is planned. */
    private void demandNoApproval() {
        if (properties.approval()) {
            throw PlanConflict.approvalNeeded();
        }
    }
}
