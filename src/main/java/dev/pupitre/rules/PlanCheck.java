package dev.pupitre.rules;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Whether a planned change may still take effect when its time has come. */
@Component
class PlanCheck {
    /** Shorter than a job is given out for. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Deployments deployments;
    private final RulesProperties properties;

    /** Apart from those of people, which a table of somebody else may hold up. */
    private final Tries tries;

    @Autowired
    PlanCheck(Deployments deployments, RulesProperties properties) {
        this(deployments, properties, new Tries(LONGEST));
    }

    PlanCheck(Deployments deployments, RulesProperties properties, Tries tries) {
        this.deployments = deployments;
        this.properties = properties;
        this.tries = tries;
    }

    /**
     * Nothing where it is taking effect already.
     *
     * @throws ErrorResponseException when it may not, or when that cannot be said in time
     */
    void demandDeployable(PlannedDeployment plan, String dmn) {
        if (deployments.begun(plan).isPresent()) {
            return;
        }
        if (properties.approval() && plan.approved() == null) {
            throw PlanConflict.neverApproved();
        }
        var _ = tries.within(() -> {
            deployments.demandDeployable(plan, dmn);
            return plan;
        });
    }

    @PreDestroy
    void stop() {
        tries.stop();
    }
}
