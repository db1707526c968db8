package dev.pupitre.rules;

import dev.pupitre.audit.Act;
import dev.pupitre.audit.Audit;
import dev.pupitre.engine.BpmnError;
import dev.pupitre.kernel.Conflict;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.kernel.NotFound;
import dev.pupitre.rules.PlannedDeployment.Failure;
import dev.pupitre.rules.PlannedDeployment.State;
import dev.pupitre.rules.PlannedDeployment.Step;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** What {@code bpmn/table-deployment.bpmn} calls for; each step bears repetition, and what is done stays done. */
@Component
class PlanRun {
    /** Drawn in the model. */
    static final String NOT_DEPLOYED = "TABLE_NOT_DEPLOYED";

    /** The engine's clock may be ahead of this node's. */
    private static final Duration EARLY = Duration.ofMinutes(1);

    /** The code of what has none; the detail says it all. */
    static final String INVALID = "INVALID";

    /** What became of the question whether a change is approved; null while it is not decided. */
    record Answer(@Nullable Boolean approved, @Nullable String problem) {}

    private final Plans plans;
    private final Deployments deployments;
    private final PlanCheck check;
    private final Audit audit;
    private final Clock clock;

    PlanRun(Plans plans, Deployments deployments, PlanCheck check, Audit audit, Clock clock) {
        this.plans = plans;
        this.deployments = deployments;
        this.check = check;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What was decided: here, or now in Tasklist, which does not tell by whom. So it is enough there to refuse, but not to
     * approve: that may not be the author.
     *
     * @param decision {@code refuse} or {@code approve}
     */
    Answer decide(String id, @Nullable String decision, @Nullable String comment) {
        var plan = get(id);
        if (plan.state() == State.PENDING_APPROVAL && "refuse".equals(decision)) {
            if (comment == null || comment.isBlank()) {
                return new Answer(null, "Say why the change is refused: its author will read it");
            }
            audit.record(Act.TABLE_DEPLOYMENT_REFUSED, plan.table(), "comment", null, comment);
            plan = plans.refuse(id, new Step(null, clock.instant(), comment.strip()))
                    .orElseGet(() -> get(id));
        }
        return switch (plan.state()) {
            case PENDING_APPROVAL ->
                new Answer(
                        null,
                        "approve".equals(decision)
                                ? "Approve the change in Pupitre, which knows that you are not its author"
                                : "Say whether the change is approved or refused");
            case SCHEDULED, DEPLOYING, DEPLOYED, FAILED -> new Answer(true, null);
            case REFUSED, CANCELLED -> new Answer(false, null);
        };
    }

    /**
     * Deploys it, where nothing has come in between.
     *
     * @throws BpmnError when it cannot be deployed; why is written down
     */
    void deploy(String id) {
        var plan = plans.begin(id, clock.instant().plus(EARLY)).orElseGet(() -> get(id));
        switch (plan.state()) {
            case DEPLOYING -> deploy(plan);
            case DEPLOYED -> {}
            case REFUSED, CANCELLED, FAILED -> throw notDeployed(plan.state().name());
            case PENDING_APPROVAL, SCHEDULED ->
                throw new IllegalStateException(
                        "Expected the change %s to be approved and its time to have come, but it is %s for %s"
                                .formatted(id, plan.state(), plan.at()));
        }
    }

    private void deploy(PlannedDeployment plan) {
        try {
            var dmn = plans.content(plan);
            check.demandDeployable(plan, dmn);
            var version = deployments.deploy(plan, dmn);
            audit.record(Act.TABLE_DEPLOYED, plan.table(), "version", plan.basedOn(), version.number());
            plans.deployed(plan.id(), version.number(), clock.instant());
        } catch (ErrorResponseException refusal) {
            var failure = failure(refusal);
            if (mayPass(refusal, failure) || deployments.begun(plan).isPresent()) {
                throw refusal;
            }
            throw failed(plan, failure);
        } catch (InvalidInput | NotFound | Conflict refusal) {
            throw failed(plan, new Failure(INVALID, String.valueOf(refusal.getMessage())));
        }
    }

    private BpmnError failed(PlannedDeployment plan, Failure failure) {
        plans.fail(plan.id(), failure, clock.instant())
                .ifPresent(
                        _ -> audit.record(Act.TABLE_DEPLOYMENT_FAILED, plan.table(), "reason", null, failure.detail()));
        return notDeployed(failure.code());
    }

    /**
     * It is tried again where another deployment is under way, which may come to nothing, or the engine is away; and where
     * the job, given out twice, has been this plan's other deployment.
     */
    private static boolean mayPass(ErrorResponseException refusal, Failure failure) {
        return refusal.getStatusCode().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                || failure.code().equals(TableConflict.Reason.DEPLOYMENT_UNDER_WAY.name());
    }

    private static Failure failure(ErrorResponseException refusal) {
        var code = Objects.requireNonNullElse(refusal.getBody().getProperties(), Map.<String, Object>of())
                .get("code");
        return new Failure(
                String.valueOf(code), String.valueOf(refusal.getBody().getDetail()));
    }

    private static BpmnError notDeployed(String why) {
        return new BpmnError(NOT_DEPLOYED, "The change is not deployed: " + why);
    }

    private PlannedDeployment get(String id) {
        return plans.find(id)
                .orElseThrow(
                        () -> new IllegalStateException("Expected a planned deployment " + id + ", but found none"));
    }
}
