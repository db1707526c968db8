package dev.pupitre.rules;

import dev.pupitre.engine.Engine;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineReady;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.rules.PlannedDeployment.Signal;
import dev.pupitre.rules.PlannedDeployment.State;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the process of a planned deployment what is stored, at once if the engine takes it and else as soon as it does.
 * The plan's id is the correlation key, so that there is one instance of it however often it is started.
 */
@Component
class PlanSignals {
    private static final Logger LOG = LoggerFactory.getLogger(PlanSignals.class);
    private static final Duration TIME_TO_LIVE = Duration.ofHours(1);

    /** Kept, the message would start another process after the end of the one that runs. */
    private static final Duration ONLY_NOW = Duration.ZERO;

    /**
     * Variables of the process.
     *
     * @param approval whether somebody still has to approve
     * @param at when the change takes effect; past where it is to be at once
     */
    record Variables(String deploymentId, String table, boolean approval, String at) {
        static Variables of(PlannedDeployment plan) {
            return new Variables(
                    plan.id(),
                    plan.table(),
                    plan.state() == State.PENDING_APPROVAL,
                    Objects.requireNonNullElse(plan.at(), plan.askedAt()).toString());
        }
    }

    private final Plans plans;
    private final Engine engine;

    PlanSignals(Plans plans, Engine engine) {
        this.plans = plans;
        this.engine = engine;
    }

    /** Soon, and beside the caller: an answer waits for no engine. */
    void handOn(PlannedDeployment plan) {
        Thread.ofVirtual().name("plan-signal").start(() -> tell(plan));
    }

    @Scheduled(fixedDelayString = "${pupitre.rules.sweep:5s}")
    void sweep() {
        plans.withSignalDue().forEach(this::tell);
    }

    /**
     * An engine may have lost its data, or a decision with an older backup: no plan may be lost with it. Where its process
     * runs and does not ask any more, this changes nothing.
     */
    @EventListener(EngineReady.class)
    @Scheduled(initialDelayString = "${pupitre.rules.ensure:1m}", fixedDelayString = "${pupitre.rules.ensure:1m}")
    void ensure() {
        plans.open().stream().filter(plan -> plan.due() == null).forEach(plan -> {
            try {
                publish(plan, messageOf(Signal.START), plan.id() + ":AGAIN", ONLY_NOW);
                if (plan.approved() != null) {
                    publish(plan, messageOf(Signal.DECIDED), plan.id() + ":DECIDED-AGAIN", ONLY_NOW);
                }
            } catch (EngineUnavailable later) {
                LOG.debug("The process of the plan {} is not looked after now", plan.id(), later);
            }
        });
    }

    private void tell(PlannedDeployment plan) {
        var signal = plan.due();
        if (signal == null) {
            return;
        }
        try {
            publish(plan, messageOf(signal), plan.id() + ":" + signal, TIME_TO_LIVE);
            plans.told(plan.id(), signal);
        } catch (EngineUnavailable | DataAccessException later) {
            LOG.info("The process of a planned deployment is told later: {}", later.toString());
        }
    }

    private static String messageOf(Signal signal) {
        return switch (signal) {
            case START -> "table-deployment-planned";
            case DECIDED -> "table-change-decided";
            case CANCELLED -> "table-deployment-cancelled";
        };
    }

    private void publish(PlannedDeployment plan, String name, String messageId, Duration timeToLive) {
        engine.publish(new EngineMessage(name, plan.id(), messageId, timeToLive, Variables.of(plan)));
    }
}
