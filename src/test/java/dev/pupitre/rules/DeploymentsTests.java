package dev.pupitre.rules;

import static dev.pupitre.rules.RulesRoom.NADIA;
import static dev.pupitre.rules.RulesRoom.OTTO;
import static dev.pupitre.rules.RulesRoom.hours;
import static dev.pupitre.rules.RulesRoom.order;
import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pupitre.kernel.NotFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

class DeploymentsTests {
    private final RulesRoom room = new RulesRoom();

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

    @Test
    void beginsWithThePackagedTableAsTheEngineCountsIt() {
        var first = room.versions.current(BUSINESS_HOURS).orElseThrow();

        assertThat(first)
                .returns(1, TableVersion::number)
                .returns(null, TableVersion::author)
                .returns(BUSINESS_HOURS.packaged(), TableVersion::dmn);
        assertThat(room.tables.version("business-hours")).contains(1);
    }

    @Test
    void makesADraftTheCurrentVersionForProcessesAndForThisNode() {
        var deployed = room.deploy(room.draft("Shut"));

        assertThat(deployed)
                .returns(2, TableVersion::number)
                .returns(NADIA, TableVersion::author)
                .returns("Because", TableVersion::reason)
                .returns(1, TableVersion::basedOn);
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(room.decidesBy()).isEqualTo("Shut");
        assertThat(room.tables.version("business-hours")).contains(2);
        assertThat(room.drafts.all(BUSINESS_HOURS)).isEmpty();
        assertThat(room.numbers()).containsExactly(2, 1);
        assertThat(room.happened)
                .filteredOn(VersionDeployed.class::isInstance)
                .singleElement()
                .returns(2, event -> ((VersionDeployed) event).version().number());
    }

    @Test
    void refusesTheDraftOfAnalystsWhoHaveNotSeenTheVersionOfAnother() {
        var nadias = room.draft("Shut");
        var ottos = room.drafting.begin(BUSINESS_HOURS, hours("Zu"), null, OTTO);
        room.deployments.deploy(BUSINESS_HOURS, ottos.id(), 1, order(OTTO));

        assertThat(refusal(409, () -> room.deploy(nadias)))
                .containsEntry("code", TableConflict.Reason.VERSION_CHANGED)
                .containsEntry("version", 2)
                .containsEntry("by", OTTO)
                .containsKey("at");

        assertThat(room.numbers()).containsExactly(2, 1);
        var seen = room.drafting.save(BUSINESS_HOURS, nadias.id(), 1, hours("Shut"), 2, NADIA);
        assertThat(room.deploy(seen)).returns(3, TableVersion::number);
    }

    @Test
    void letsOneOfTwoWhoDeployAtOnceWin() {
        var nadias = room.draft("Shut");
        var ottos = room.drafting.begin(BUSINESS_HOURS, hours("Zu"), null, OTTO);
        var late = new ArrayList<Map<String, Object>>();
        room.engine.meanwhile(() ->
                late.add(refusal(409, () -> room.deployments.deploy(BUSINESS_HOURS, ottos.id(), 1, order(OTTO)))));

        room.deploy(nadias);

        assertThat(late)
                .singleElement()
                .returns(TableConflict.Reason.DEPLOYMENT_UNDER_WAY, refused -> refused.get("code"))
                .returns(NADIA, refused -> refused.get("by"));
        assertThat(room.decidesBy()).isEqualTo("Shut");
        assertThat(room.drafts.get(BUSINESS_HOURS, ottos.id()).dmn()).isEqualTo(hours("Zu"));
    }

    @Test
    void refusesADraftThatSomebodyHasSavedSince() {
        var draft = room.draft("Shut");
        room.drafting.save(BUSINESS_HOURS, draft.id(), 1, hours("Zu"), null, OTTO);

        assertThat(refusal(409, () -> room.deploy(draft)))
                .containsEntry("code", TableConflict.Reason.DRAFT_CHANGED)
                .containsEntry("revision", 2L)
                .containsEntry("by", OTTO);
        assertThat(refusal(409, () -> room.drafting.save(BUSINESS_HOURS, draft.id(), 1, hours("X"), null, NADIA)))
                .containsEntry("code", TableConflict.Reason.DRAFT_CHANGED);
        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id()).dmn()).isEqualTo(hours("Zu"));
    }

    @Test
    void refusesWhatTheGatesDoNotLetPass() {
        room.gates.add((_, dmn, acknowledged) -> {
            if (dmn.contains("Shut") && !acknowledged) {
                throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
        var draft = room.draft("Shut");

        assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> room.deploy(draft));
        assertThat(room.numbers()).containsExactly(1);

        room.deployments.deploy(BUSINESS_HOURS, draft.id(), 1, new Deployments.Order(NADIA, "I have seen it", true));
        assertThat(room.current()).isEqualTo(2);
    }

    @Test
    void refusesATableThatCannotBeEvaluatedBeforeTheEngineIsAsked() {
        var draft = room.drafting.begin(
                BUSINESS_HOURS, hours("Closed").replace("<text>false</text>", "<text>if then</text>"), null, NADIA);

        assertThat(refusal(422, () -> room.deploy(draft))).containsEntry("code", DmnRefused.Reason.NOT_READABLE);

        assertThat(room.engine.count("business-hours")).isEqualTo(1);
        assertThat(room.numbers()).containsExactly(1);
    }

    @Test
    void refusesWhatIsCurrentAlready() {
        var draft = room.drafting.begin(BUSINESS_HOURS, null, null, NADIA);

        assertThat(refusal(409, () -> room.deploy(draft))).containsEntry("code", TableConflict.Reason.NOTHING_CHANGED);
        assertThat(refusal(409, () -> room.deployments.rollBack(BUSINESS_HOURS, 1, null, order(NADIA))))
                .containsEntry("code", TableConflict.Reason.NOTHING_CHANGED);
    }

    @Test
    void changesNothingWhenTheEngineRefuses() {
        room.engine.refuses("Shut");
        var draft = room.draft("Shut");

        assertThat(refusal(502, () -> room.deploy(draft))).containsEntry("code", EngineProblem.Reason.ENGINE_REFUSED);

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id())).isEqualTo(draft);
        assertThat(room.decidesBy()).isEqualTo("Closed");
        room.engine.refuses(null);
        assertThat(room.deploy(draft)).returns(2, TableVersion::number);
    }

    @Test
    void changesNothingWhenTheEngineIsAwayAndCanBeTriedAgain() {
        room.engine.isAway(true);
        var draft = room.draft("Shut");

        assertThat(refusal(503, () -> room.deploy(draft)))
                .containsEntry("code", EngineProblem.Reason.ENGINE_UNAVAILABLE);
        assertThat(refusal(503, () -> room.deploy(draft)))
                .containsEntry("code", EngineProblem.Reason.ENGINE_UNAVAILABLE);

        assertThat(room.numbers()).containsExactly(1);
        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id())).isEqualTo(draft);
        room.engine.isAway(false);
        assertThat(room.deploy(draft)).returns(2, TableVersion::number);
        assertThat(room.numbers()).containsExactly(2, 1);
    }

    @Test
    void givesTheEngineTheCurrentTableAgainWhenItMayHaveTakenTheOther() {
        room.engine.isSilent(true);
        var draft = room.draft("Shut");
        assertThat(refusal(503, () -> room.deploy(draft))).isNotEmpty();
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        room.engine.isSilent(false);

        room.watch.look();

        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Closed"));
        assertThat(room.versions.newest(BUSINESS_HOURS).orElseThrow()).returns(1, TableVersion::number);
        assertThat(room.deploy(draft)).returns(2, TableVersion::number);
    }

    @Test
    void triesAnEngineThatStaysAwayOnlyNowAndThen() {
        room.engine.isAway(true);
        assertThat(refusal(503, () -> room.deploy(room.draft("Shut")))).isNotEmpty();
        room.watch.look();
        room.engine.isAway(false);

        room.watch.look();
        assertThat(room.versions.newest(BUSINESS_HOURS).orElseThrow())
                .returns(TableVersion.State.WITHDRAWN, TableVersion::state);

        room.clock.advance(RulesRoom.FINISH_AFTER);
        room.watch.look();
        assertThat(room.versions.newest(BUSINESS_HOURS).orElseThrow()).returns(1, TableVersion::number);
    }

    @Test
    void rollsBackByANewVersionWithTheOldContent() {
        room.deploy(room.draft("Shut"));

        var back = room.deployments.rollBack(BUSINESS_HOURS, 1, 2, order(OTTO));

        assertThat(back)
                .returns(3, TableVersion::number)
                .returns(1, TableVersion::restores)
                .returns(2, TableVersion::basedOn)
                .returns(OTTO, TableVersion::author);
        assertThat(room.engine.latest("business-hours")).isEqualTo(BUSINESS_HOURS.packaged());
        assertThat(room.decidesBy()).isEqualTo("Closed");
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> room.deployments.rollBack(BUSINESS_HOURS, 9, null, order(OTTO)));
    }

    @Test
    void rollsBackToWhatFailsOnlyWhereThatWasSeen() {
        room.deploy(room.draft("Shut"));
        room.gates.add((_, _, warningsSeen) -> {
            assertThat(warningsSeen).as("those of an old version").isTrue();
            throw new ErrorResponseException(HttpStatus.UNPROCESSABLE_CONTENT);
        });

        assertThatExceptionOfType(ErrorResponseException.class)
                .isThrownBy(() -> room.deployments.rollBack(BUSINESS_HOURS, 1, 2, order(OTTO)))
                .returns(422, refusal -> refusal.getStatusCode().value());
        assertThat(room.numbers()).containsExactly(2, 1);

        var seen = new Deployments.Order(OTTO, "It burns", true);
        assertThat(room.deployments.rollBack(BUSINESS_HOURS, 1, 2, seen)).returns(3, TableVersion::number);
        assertThat(room.decidesBy()).isEqualTo("Closed");
    }

    @Test
    void rollsNothingBackThatWasNotSeen() {
        room.deploy(room.draft("Shut"));

        assertThat(refusal(409, () -> room.deployments.rollBack(BUSINESS_HOURS, 1, 1, order(OTTO))))
                .containsEntry("code", TableConflict.Reason.VERSION_CHANGED)
                .containsEntry("version", 2)
                .containsEntry("by", NADIA);

        assertThat(room.numbers()).containsExactly(2, 1);
    }

    @Test
    void leavesADraftThatSomebodyWentOnWithWhileItWasDeployed() {
        var draft = room.draft("Shut");
        room.engine.meanwhile(() -> room.drafting.save(BUSINESS_HOURS, draft.id(), 1, hours("Zu"), null, OTTO));

        room.deploy(draft);

        assertThat(room.drafts.get(BUSINESS_HOURS, draft.id()))
                .returns(2L, Draft::revision)
                .returns(hours("Zu"), Draft::dmn);
    }

    @Test
    void isNotOldEnoughToBeFinishedByAnotherWhileItIsUnderWay() {
        var other = room.anotherNode();
        room.engine.meanwhile(() -> {
            room.clock.advance(RulesRoom.FINISH_AFTER.minus(Duration.ofSeconds(1)));
            other.watch.look();
            assertThat(other.happened).isEmpty();
        });

        room.deploy(room.draft("Shut"));

        assertThat(room.current()).isEqualTo(2);
    }
}
