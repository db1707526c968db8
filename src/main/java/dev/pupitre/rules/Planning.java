package dev.pupitre.rules;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import dev.pupitre.audit.Audit;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.rules.Deployments.Change;
import dev.pupitre.rules.PlannedDeployment.Signal;
import dev.pupitre.rules.PlannedDeployment.State;
import dev.pupitre.rules.PlannedDeployment.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Plans deployments for later or for when somebody else has approved, and takes what people decide about them.
 *
 * <p>All is written down first; the process is told afterwards, and again until it knows.
 */
@Component
class Planning {
    /**
     * When a change is to take effect, and whose eyes it needs.
     *
     * @param at null for as soon as it may
     * @param approval whether somebody else is asked for, also where none is needed
     * @param acknowledged whether the warnings, or what fails in an old version, were seen
     */
    record Wish(Person by, String reason, @Nullable Instant at, boolean approval, boolean acknowledged) {}

    private static final Duration LONGEST = Duration.ofDays(366);

    private final Plans plans;
    private final PlanSignals signals;
    private final Deployments deployments;
    private final RulesProperties properties;
    private final Clock clock;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    Planning(Plans plans, PlanSignals signals, Deployments deployments, RulesProperties properties, Clock clock) {
        this.plans = plans;
        this.signals = signals;
        this.deployments = deployments;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Keeps the draft as it is now for its time.
     *
     * @param revision that the analyst has seen
     */
    PlannedDeployment plan(TableName table, String draft, long revision, Wish wish) {
        return plan(table, deployments.ofDraft(table, draft, revision, wish.acknowledged()), wish);
    }

    /**
     * The same with the content of an old version.
     *
     * @param seen the version that was current for whoever plans it; null where that was not said
     */
    PlannedDeployment planRollBack(TableName table, int version, @Nullable Integer seen, Wish wish) {
        return plan(table, deployments.ofVersion(table, version, seen, wish.acknowledged()), wish);
    }

    private PlannedDeployment plan(TableName table, Change change, Wish wish) {
        var now = clock.instant();
        demandAhead(wish.at(), now);
        var approval = wish.approval() || properties.approval();
        Audit.changing("version", change.basedOn(), change.basedOn() + 1);
        Audit.changing("at", null, wish.at());
        Audit.changing("reason", null, wish.reason());
        Audit.changing("acknowledged", null, wish.acknowledged() ? true : null);
        var plan = plans.add(
                new PlannedDeployment(
                        ids.generate().toString(),
                        table.id(),
                        change.basedOn(),
                        change.restores(),
                        change.draft(),
                        wish.by(),
                        now,
                        wish.reason(),
                        wish.at() == null ? null : wish.at().truncatedTo(ChronoUnit.MILLIS),
                        approval,
                        wish.acknowledged(),
                        approval ? State.PENDING_APPROVAL : State.SCHEDULED,
                        null,
                        null,
                        null,
                        null,
                        Signal.START,
                        change.draft() == null ? null : change.draft().id()),
                change.dmn());
        return told(plan);
    }

    private static void demandAhead(@Nullable Instant at, Instant now) {
        if (at != null && !at.isAfter(now)) {
            throw new InvalidInput("at", "must be in the future");
        }
        if (at != null && at.isAfter(now.plus(LONGEST))) {
            throw new InvalidInput("at", "must be within a year");
        }
    }

    /** From now on it waits for its time only. */
    PlannedDeployment approve(TableName table, String id, Person by, @Nullable String comment) {
        var plan = decidable(table, id);
        if (plan.author().id().equals(by.id())) {
            throw PlanConflict.own();
        }
        remember(plan, comment);
        return decided(table, id, plans.approve(id, step(by, comment)));
    }

    /** The draft stays, and its author is told why. */
    PlannedDeployment refuse(TableName table, String id, Person by, String comment) {
        remember(decidable(table, id), comment);
        return decided(table, id, plans.refuse(id, step(by, comment)));
    }

    PlannedDeployment cancel(TableName table, String id, Person by) {
        remember(plans.get(table, id), null);
        return told(plans.cancel(id, step(by, null)).orElseThrow(() -> PlanConflict.tooLate(plans.get(table, id))));
    }

    private PlannedDeployment decidable(TableName table, String id) {
        var plan = plans.get(table, id);
        if (plan.state() != State.PENDING_APPROVAL) {
            throw PlanConflict.notPending(plan);
        }
        return plan;
    }

    private PlannedDeployment decided(TableName table, String id, Optional<PlannedDeployment> decided) {
        return told(decided.orElseThrow(() -> PlanConflict.notPending(plans.get(table, id))));
    }

    private static void remember(PlannedDeployment plan, @Nullable String comment) {
        Audit.changing("version", plan.basedOn(), plan.basedOn() + 1);
        Audit.changing("author", null, plan.author().name());
        Audit.changing("comment", null, comment);
    }

    private Step step(Person by, @Nullable String comment) {
        return new Step(by, clock.instant(), comment);
    }

    private PlannedDeployment told(PlannedDeployment plan) {
        signals.handOn(plan);
        return plan;
    }
}
