package dev.pupitre.rules;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Whether a planned change may still take effect when its time has come. */
@Component
class PlanCheck {
    private final Deployments deployments;
    private final RulesProperties properties;

    private final Tries tries;

    PlanCheck(Deployments deployments, RulesProperties properties, @Qualifier("planTries") Tries tries) {
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
}
