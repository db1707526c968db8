package dev.pupitre.rules;

import static dev.pupitre.rules.RulesRoom.NADIA;
import static dev.pupitre.rules.RulesRoom.OTTO;
import static dev.pupitre.rules.RulesRoom.hours;
import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.pupitre.audit.Act;
import dev.pupitre.engine.BpmnError;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.rules.PlanRun.Answer;
import dev.pupitre.rules.PlannedDeployment.State;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a planned change comes to when its time has come, also when a node dies in the middle of it. */
class PlanRunTests {
    /** A node is killed. */
    private static final class Killed extends Error {}

    private final RulesRoom room = new RulesRoom();

    @AfterEach
    void close() {
        room.close();
    }

    private void isDeployedOnce(RulesRoom node, PlannedDeployment plan) {
        assertThat(node.decidesBy()).isEqualTo("Shut");
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(room.engine.count("business-hours")).isEqualTo(2);
        assertThat(room.numbers()).containsExactly(2, 1);
        assertThat(room.plan(plan.id()))
                .returns(State.DEPLOYED, PlannedDeployment::state)
                .returns(2, PlannedDeployment::version);
        assertThat(room.versions.current(BUSINESS_HOURS).orElseThrow())
                .returns(NADIA, TableVersion::author)
                .returns("Because", TableVersion::reason)
                .returns(plan.id(), TableVersion::plan);
        assertThat(room.drafts.all(BUSINESS_HOURS)).isEmpty();
    }

    private PlanRun running(PlanCheck check) {
        return new PlanRun(room.plans, room.deployments, check, room.audit, room.clock);
    }

    private void begun(PlannedDeployment plan) {
        assertThat(room.plans.begin(plan.id(), room.clock.instant().plusSeconds(60)))
                .isPresent();
    }

    private void isKeptBack(PlannedDeployment plan, String why) {
        isKeptBack(room.run, plan, why);
    }

    private void isKeptBack(PlanRun run, PlannedDeployment plan, String why) {
        assertThatExceptionOfType(BpmnError.class)
                .isThrownBy(() -> run.deploy(plan.id()))
                .returns(PlanRun.NOT_DEPLOYED, BpmnError::code);
        assertThat(room.plan(plan.id())).returns(State.FAILED, PlannedDeployment::state);
        assertThat(room.plan(plan.id()).failure()).isNotNull().returns(why, PlannedDeployment.Failure::code);
        verify(room.audit).record(eq(Act.TABLE_DEPLOYMENT_FAILED), eq("business-hours"), any(), any(), any());
    }

    @Test
    void deploysWhatWasFrozenWhenItWasAskedFor() {
        var draft = room.draft("Shut");
        var plan = room.planned(draft, false);
        room.drafting.save(BUSINESS_HOURS, draft.id(), 1, hours("Later thoughts"), null, NADIA);

        room.run.deploy(plan.id());

        assertThat(room.decidesBy()).isEqualTo("Shut");
        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id()).dmn())
                .as("what was gone on with stays")
                .isEqualTo(hours("Later thoughts"));
        verify(room.audit).record(Act.TABLE_DEPLOYED, "business-hours", "version", 1, 2);
    }

    @Test
    void deploysOnceHoweverOftenTheJobComes() {
        var plan = room.planned(room.draft("Shut"), false);

        room.run.deploy(plan.id());
        room.run.deploy(plan.id());

        isDeployedOnce(room, plan);
        verify(room.audit).record(Act.TABLE_DEPLOYED, "business-hours", "version", 1, 2);
    }

    @Test
    void goesOnWhereTheNodeDiedBeforeTheVersionWasWritten() {
        var plan = room.planned(room.draft("Shut"), false);
        begun(plan);

        var other = room.restarted();
        other.run.deploy(plan.id());

        isDeployedOnce(other, plan);
    }

    @Test
    void goesOnWhereTheNodeDiedBeforeTheEngineWasAsked() {
        var plan = room.planned(room.draft("Shut"), false);
        begun(plan);
        room.versions.add(room.following(plan.change(room.plans.content(plan))).by(plan));

        var other = room.restartedWithoutEngine();
        other.run.deploy(plan.id());

        isDeployedOnce(other, plan);
    }

    @Test
    void goesOnWhereTheNodeDiedWhileTheEngineTookIt() {
        var plan = room.planned(room.draft("Shut"), false);
        room.engine.meanwhile(() -> {
            throw new Killed();
        });
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> room.run.deploy(plan.id()));

        var other = room.restartedWithoutEngine();
        other.run.deploy(plan.id());

        isDeployedOnce(other, plan);
    }

    @Test
    void goesOnWhereAnotherNodeHasFinishedTheVersionMeanwhile() {
        var plan = room.planned(room.draft("Shut"), false);
        room.engine.meanwhile(() -> {
            throw new Killed();
        });
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> room.run.deploy(plan.id()));

        var other = room.restarted();
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.DEPLOYING);
        other.run.deploy(plan.id());

        isDeployedOnce(other, plan);
    }

    @Test
    void isNotFailedByTheSameJobGivenOutTwice() {
        var plan = room.planned(room.draft("Shut"), false);
        var overtaken = new Tries(Duration.ofSeconds(10)) {
            @Override
            <T> T within(Callable<T> tried) {
                var _ = room.deployments.deploy(plan, room.plans.content(plan));
                return super.within(tried);
            }
        };
        var check = new PlanCheck(room.deployments, RulesRoom.settings(false), overtaken);

        assertThatExceptionOfType(TableConflict.class)
                .isThrownBy(() -> running(check).deploy(plan.id()));
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.DEPLOYING);
        room.run.deploy(plan.id());
        overtaken.stop();

        isDeployedOnce(room, plan);
        verify(room.audit, never()).record(eq(Act.TABLE_DEPLOYMENT_FAILED), any(), any(), any(), any());
    }

    @Test
    void isDeployedThoughTheSameJobGivenOutTwiceHasFailed() {
        var plan = room.planned(room.draft("Shut"), false);
        room.engine.meanwhile(() ->
                room.plans.fail(plan.id(), new PlannedDeployment.Failure("CASES_FAIL", ""), room.clock.instant()));

        room.run.deploy(plan.id());

        isDeployedOnce(room, plan);
        assertThat(room.plan(plan.id()).failure()).isNull();
    }

    @Test
    void isTriedAgainWhereTheEngineIsAway() {
        var plan = room.planned(room.draft("Shut"), false);
        room.engine.isAway(true);
        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> room.run.deploy(plan.id()));
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.DEPLOYING);

        room.engine.isAway(false);
        room.run.deploy(plan.id());

        isDeployedOnce(room, plan);
    }

    @Test
    void isKeptBackWhereSomebodyWasFasterAndTheDraftStays() {
        var draft = room.draft("Shut");
        var plan = room.planned(draft, false);
        room.deploy(room.draft("Zu"));

        isKeptBack(plan, "VERSION_CHANGED");

        assertThat(room.decidesBy()).isEqualTo("Zu");
        assertThat(room.numbers()).containsExactly(2, 1);
        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id()).dmn()).isEqualTo(hours("Shut"));
        assertThatExceptionOfType(BpmnError.class)
                .as("the job comes again")
                .isThrownBy(() -> room.run.deploy(plan.id()));
    }

    @Test
    void isKeptBackByWhatIsFoundWhenItsTimeHasCome() {
        var plan = room.planned(room.draft("Shut"), false);
        room.gates.add((_, _, _) -> {
            var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, "It fails 1");
            problem.setProperty("code", "CASES_FAIL");
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT, problem, null);
        });

        isKeptBack(plan, "CASES_FAIL");

        assertThat(room.numbers()).containsExactly(1);
    }

    @Test
    void isKeptBackWhereItsCasesComeToNoEnd() {
        var plan = room.planned(room.draft("Shut"), false);
        room.gates.add((_, _, _) -> LockSupport.park());
        var impatient = new Tries(Duration.ofSeconds(1));
        var check = new PlanCheck(room.deployments, RulesRoom.settings(false), impatient);

        isKeptBack(running(check), plan, "TOOK_TOO_LONG");

        impatient.stop();
        assertThat(room.numbers()).containsExactly(1);
    }

    @Test
    void isKeptBackByWhatRefusesItWithoutACode() {
        var plan = room.planned(room.draft("Shut"), false);
        room.gates.add((_, _, _) -> {
            throw new InvalidInput("inputs.Kind", "is no input of business-hours");
        });

        isKeptBack(plan, "INVALID");

        assertThat(room.plan(plan.id()).failure())
                .isNotNull()
                .extracting(PlannedDeployment.Failure::detail)
                .asString()
                .contains("is no input of business-hours");
    }

    @Test
    void isKeptBackWhereTheEngineRefusesIt() {
        var plan = room.planned(room.draft("Shut"), false);
        room.engine.refuses("Shut");

        isKeptBack(plan, "ENGINE_REFUSED");

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.drafts.all(BUSINESS_HOURS)).hasSize(1);
    }

    @Test
    void neverDeploysWhatIsNotApprovedWhateverTheEngineSays() {
        var plan = room.planned(room.draft("Shut"), true);

        assertThatIllegalStateException().isThrownBy(() -> room.run.deploy(plan.id()));

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.PENDING_APPROVAL);
    }

    @Test
    void neverDeploysBeforeItsTimeWhateverTheEngineSays() {
        var draft = room.draft("Shut");
        var at = room.clock.instant().plus(Duration.ofDays(30));
        var plan = room.planning(false)
                .plan(BUSINESS_HOURS, draft.id(), 1, new Planning.Wish(NADIA, "Because", at, false, false));

        assertThatIllegalStateException().isThrownBy(() -> room.run.deploy(plan.id()));

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.SCHEDULED);
        room.clock.advance(Duration.ofDays(30));
        room.run.deploy(plan.id());
        isDeployedOnce(room, plan);
    }

    @Test
    void isKeptBackWhereApprovalIsNeededByNowAndNobodyHasApproved() {
        var alone = room.planned(room.draft("Shut"), false);
        var approved = room.planned(room.draft("Zu"), true);
        room.planning(true).approve(BUSINESS_HOURS, approved.id(), OTTO, null);
        var strict = new PlanCheck(room.deployments, RulesRoom.settings(true), room.tries);

        isKeptBack(running(strict), alone, "APPROVAL_NEEDED");
        assertThat(room.numbers()).containsExactly(1);

        running(strict).deploy(approved.id());
        assertThat(room.decidesBy()).isEqualTo("Zu");
    }

    @Test
    void neverDeploysWhatWasCancelledAtTheLastMoment() {
        var plan = room.planned(room.draft("Shut"), false);
        room.planning(false).cancel(BUSINESS_HOURS, plan.id(), OTTO);

        assertThatExceptionOfType(BpmnError.class).isThrownBy(() -> room.run.deploy(plan.id()));

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void anOldVersionOfWhichWasSeenThatItFailsIsNotKeptBack() {
        room.deploy(room.draft("Shut"));
        nothingPasses();

        var plan = approvedWayBack(true);
        room.run.deploy(plan.id());

        assertThat(room.versions.current(BUSINESS_HOURS).orElseThrow())
                .returns(3, TableVersion::number)
                .returns(1, TableVersion::restores);
    }

    @Test
    void anOldVersionThatFailsIsNotPlannedUnseen() {
        room.deploy(room.draft("Shut"));
        nothingPasses();

        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> approvedWayBack(false));

        assertThat(room.plans.open()).isEmpty();
    }

    @Test
    void anOldVersionThatFailsOnlyWhenItsTimeHasComeIsNotDeployed() {
        room.deploy(room.draft("Shut"));
        var plan = approvedWayBack(false);
        nothingPasses();

        assertThatExceptionOfType(BpmnError.class).isThrownBy(() -> room.run.deploy(plan.id()));

        assertThat(room.plan(plan.id()).state()).isEqualTo(State.FAILED);
        assertThat(room.current()).isEqualTo(2);
    }

    @Test
    void anOldVersionThatWasPlannedBeforeAnybodyWasAskedIsDeployed() {
        room.deploy(room.draft("Shut"));
        var plan = approvedWayBack(false);
        room.database.template().updateFirst(new Query(), new Update().unset("acknowledged"), PlannedDeployment.class);
        nothingPasses();

        room.run.deploy(plan.id());

        assertThat(room.current()).isEqualTo(3);
    }

    private void nothingPasses() {
        room.gates.add((_, _, _) -> {
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private PlannedDeployment approvedWayBack(boolean acknowledged) {
        var planning = room.planning(false);
        var wish = new Planning.Wish(NADIA, "Back", null, true, acknowledged);
        var plan = planning.planRollBack(BUSINESS_HOURS, 1, 2, wish);
        return planning.approve(BUSINESS_HOURS, plan.id(), OTTO, null);
    }

    @Test
    void tasklistMayRefuseWithAReasonButNotApprove() {
        var plan = room.planned(room.draft("Shut"), true);

        assertThat(room.run.decide(plan.id(), "approve", null)).returns(null, Answer::approved);
        assertThat(room.run.decide(plan.id(), "refuse", " ")).returns(null, Answer::approved);
        assertThat(room.run.decide(plan.id(), null, null).problem()).contains("approved or refused");
        assertThat(room.plan(plan.id()).state()).isEqualTo(State.PENDING_APPROVAL);
        verify(room.audit, never()).record(eq(Act.TABLE_DEPLOYMENT_REFUSED), any(), any(), any(), any());

        assertThat(room.run.decide(plan.id(), "refuse", "Too early")).isEqualTo(new Answer(false, null));
        assertThat(room.run.decide(plan.id(), "refuse", "Too early")).isEqualTo(new Answer(false, null));

        assertThat(room.plan(plan.id()).ended())
                .isNotNull()
                .returns("Too early", PlannedDeployment.Step::comment)
                .returns(null, PlannedDeployment.Step::by);
    }
}
