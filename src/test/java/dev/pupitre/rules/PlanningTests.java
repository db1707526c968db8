package dev.pupitre.rules;

import static dev.pupitre.rules.RulesRoom.NADIA;
import static dev.pupitre.rules.RulesRoom.OTTO;
import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;

import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.rules.PlanConflict.Reason;
import dev.pupitre.rules.PlanSignals.Variables;
import dev.pupitre.rules.PlannedDeployment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.web.ErrorResponseException;

/** What people plan and decide, and how its process learns of it. */
class PlanningTests {
    private final RulesRoom room = new RulesRoom();
    private final Planning planning = room.planning(false);

    @AfterEach
    void close() {
        room.close();
    }

    private static Map<String, Object> refusal(int status, ThrowingCallable call) {
        var refusal = catchThrowableOfType(ErrorResponseException.class, call);
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.getStatusCode().value()).isEqualTo(status);
        return Objects.requireNonNull(refusal.getBody().getProperties());
    }

    private EngineMessage toldLast(int count) {
        await().until(() ->
                room.told.size() == count && room.plans.withSignalDue().isEmpty());
        return room.told.getLast();
    }

    @Test
    void startsAProcessThatKnowsIdsAndFlagsOnly() {
        var plan = room.planned(room.draft("Shut"), true);

        assertThat(toldLast(1))
                .returns("table-deployment-planned", EngineMessage::name)
                .returns(plan.id(), EngineMessage::correlationKey)
                .returns(
                        new Variables(
                                plan.id(),
                                "business-hours",
                                true,
                                Objects.requireNonNull(plan.at()).toString()),
                        EngineMessage::variables);
    }

    @Test
    void startsWhatAnEngineThatWasAwayHasNotHeardOf() {
        willThrow(EngineUnavailable.class).given(room.processes).publish(any());
        var plan = room.planned(room.draft("Shut"), false);
        room.signals.sweep();
        assertThat(room.plans.withSignalDue()).extracting(PlannedDeployment::id).containsExactly(plan.id());

        willAnswer(call -> room.told.add(call.getArgument(0)))
                .given(room.processes)
                .publish(any());
        room.signals.sweep();

        assertThat(toldLast(1)).returns("table-deployment-planned", EngineMessage::name);
    }

    @Test
    void startsAgainWhatAnEngineMayHaveLostWithoutAskingForApprovalTwice() {
        var plan = room.planned(room.draft("Shut"), true);
        toldLast(1);
        planning.approve(BUSINESS_HOURS, plan.id(), OTTO, null);
        assertThat(toldLast(2)).returns("table-change-decided", EngineMessage::name);

        room.signals.ensure();

        assertThat(toldLast(4))
                .as("where an engine of before the decision still asks")
                .returns("table-change-decided", EngineMessage::name)
                .returns(Duration.ZERO, EngineMessage::timeToLive);
        assertThat(room.told.get(2))
                .returns("table-deployment-planned", EngineMessage::name)
                .returns(Duration.ZERO, EngineMessage::timeToLive)
                .returns(false, message -> ((Variables) message.variables()).approval());
    }

    @Test
    void looksAfterNothingThatIsOver() {
        var plan = room.planned(room.draft("Shut"), false);
        toldLast(1);
        planning.cancel(BUSINESS_HOURS, plan.id(), NADIA);
        assertThat(toldLast(2)).returns("table-deployment-cancelled", EngineMessage::name);

        room.signals.ensure();

        assertThat(room.told).hasSize(2);
    }

    @Test
    void nobodyApprovesTheirOwnButMayCancelIt() {
        var plan = room.planned(room.draft("Shut"), true);

        assertThat(refusal(403, () -> planning.approve(BUSINESS_HOURS, plan.id(), NADIA, null)))
                .containsEntry("code", Reason.OWN_CHANGE);

        assertThat(planning.cancel(BUSINESS_HOURS, plan.id(), NADIA))
                .returns(State.CANCELLED, PlannedDeployment::state);
    }

    @Test
    void isDecidedOnce() {
        var plan = room.planned(room.draft("Shut"), true);
        planning.refuse(BUSINESS_HOURS, plan.id(), OTTO, "No");

        assertThat(refusal(409, () -> planning.approve(BUSINESS_HOURS, plan.id(), OTTO, null)))
                .containsEntry("code", Reason.NOT_PENDING)
                .containsEntry("state", State.REFUSED);
        assertThat(refusal(409, () -> planning.cancel(BUSINESS_HOURS, plan.id(), NADIA)))
                .containsEntry("code", Reason.TOO_LATE);
    }

    @Test
    void cannotBeCancelledOnceItIsBeingDeployed() {
        var plan = room.planned(room.draft("Shut"), false);
        room.plans.begin(plan.id(), room.clock.instant().plusSeconds(60));

        assertThat(refusal(409, () -> planning.cancel(BUSINESS_HOURS, plan.id(), NADIA)))
                .containsEntry("code", Reason.TOO_LATE);
    }

    @Test
    void everyChangeWaitsForApprovalWhereTheSettingsWantIt() {
        var draft = room.draft("Shut");

        var plan = room.planning(true)
                .plan(BUSINESS_HOURS, draft.id(), 1, new Planning.Wish(NADIA, "Because", null, false, false));

        assertThat(plan.state()).isEqualTo(State.PENDING_APPROVAL);
    }

    @Test
    void takesOnlyTimesToComeAndADraftOnce() {
        var draft = room.draft("Shut");
        var now = room.clock.instant();

        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> plan(draft, now));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> plan(draft, now.plus(Duration.ofDays(367))));
        plan(draft, now.plusSeconds(1));
        assertThat(refusal(409, () -> plan(draft, now.plusSeconds(2)))).containsEntry("code", Reason.ALREADY_PLANNED);
    }

    @Test
    void aDraftIsPlannedOnceHoweverManyWantItAtOnce() {
        var draft = room.draft("Shut");
        var at = room.clock.instant().plusSeconds(1);
        var refused = new CopyOnWriteArrayList<Object>();

        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var together = new CyclicBarrier(8);
            for (int one = 0; one < 8; one++) {
                var _ = people.submit(() -> {
                    together.await();
                    try {
                        return plan(draft, at);
                    } catch (ErrorResponseException refusal) {
                        refused.add(Objects.requireNonNull(refusal.getBody().getProperties())
                                .get("code"));
                        throw refusal;
                    }
                });
            }
        }

        assertThat(room.plans.open()).singleElement().returns(State.SCHEDULED, PlannedDeployment::state);
        assertThat(refused).hasSize(7).containsOnly(Reason.ALREADY_PLANNED);
    }

    @Test
    void aDraftThatAnEarlierVersionHasPlannedIsNotPlannedTwice() {
        var draft = room.draft("Shut");
        room.planned(draft, false);
        room.database.template().updateFirst(new Query(), new Update().unset("openDraft"), PlannedDeployment.class);

        assertThat(refusal(409, () -> room.planned(draft, false))).containsEntry("code", Reason.ALREADY_PLANNED);
        assertThat(room.plans.open()).hasSize(1);
    }

    @Test
    void aDraftThatAnEarlierVersionHasPlannedTwiceIsNotPlannedAgain() {
        var draft = room.draft("Shut");
        room.planned(draft, false);
        var template = room.database.template();
        template.updateFirst(new Query(), new Update().unset("openDraft"), PlannedDeployment.class);
        var collection = template.getCollectionName(PlannedDeployment.class);
        template.insert(template.findAll(Document.class, collection).getFirst().append("_id", "twice"), collection);

        for (int one = 0; one < 2; one++) {
            assertThat(refusal(409, () -> room.planned(draft, false))).containsEntry("code", Reason.ALREADY_PLANNED);
        }
        assertThat(room.plans.open()).hasSize(2);
    }

    @Test
    void aDraftIsPlannedAgainOnceItsPlanIsOver() {
        var draft = room.draft("Shut");
        var refused = room.planned(draft, true);
        planning.refuse(BUSINESS_HOURS, refused.id(), OTTO, "No");
        planning.cancel(BUSINESS_HOURS, room.planned(draft, false).id(), NADIA);

        assertThat(room.planned(draft, false)).returns(State.SCHEDULED, PlannedDeployment::state);
    }

    @Test
    void listsWhatIsToComeAndWhatLatelyCameToNothing() {
        var refused = room.planned(room.draft("Shut"), true);
        planning.refuse(BUSINESS_HOURS, refused.id(), OTTO, "No");
        var deployed = room.planned(room.draft("Zu"), false);
        room.run.deploy(deployed.id());
        var open = room.planned(room.draft("Fermé"), false);

        assertThat(room.plans.of(BUSINESS_HOURS, room.clock.instant()))
                .extracting(PlannedDeployment::id)
                .containsExactlyInAnyOrder(open.id(), refused.id());
        assertThat(room.plans.of(BUSINESS_HOURS, room.clock.instant().plusSeconds(1)))
                .extracting(PlannedDeployment::id)
                .containsExactly(open.id());
    }

    @Test
    void listsWhatIsToComeHoweverMuchCameToNothingSince() {
        var open = room.planned(room.draft("Shut"), false);
        var draft = room.draft("Zu");
        for (int one = 0; one < 21; one++) {
            room.clock.advance(Duration.ofSeconds(1));
            planning.cancel(BUSINESS_HOURS, room.planned(draft, false).id(), NADIA);
        }

        var listed = room.plans.of(BUSINESS_HOURS, room.clock.instant().minusSeconds(60));

        assertThat(listed)
                .hasSize(21)
                .isSortedAccordingTo(
                        Comparator.comparing(PlannedDeployment::askedAt).reversed());
        assertThat(listed.getLast().id()).isEqualTo(open.id());
    }

    private PlannedDeployment plan(Draft draft, Instant at) {
        return planning.plan(BUSINESS_HOURS, draft.id(), 1, new Planning.Wish(NADIA, "Because", at, false, false));
    }
}
