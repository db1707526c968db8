package dev.pupitre.rules;

import static dev.pupitre.rules.RulesRoom.OTTO;
import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.rules.PlannedDeployment.Step;
import dev.pupitre.rules.TableVersion.Planned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a version tells of the plan that it was. */
class PlannedVersionTests {
    private final RulesRoom room = new RulesRoom();

    @AfterEach
    void close() {
        room.close();
    }

    private VersionView newest() {
        return room.versions.all(BUSINESS_HOURS).getFirst();
    }

    @Test
    void saysWhenItWasPlannedForAndWhoHasApproved() {
        var plan = room.planned(room.draft("Shut"), true);
        var now = room.clock.instant();
        room.planning(true).approve(BUSINESS_HOURS, plan.id(), OTTO, "Fine");

        room.run.deploy(plan.id());

        var planned = new Planned(plan.at(), new Step(OTTO, now, "Fine"));
        assertThat(newest()).returns(planned, VersionView::planned);
        assertThat(VersionView.of(room.deployments.current(BUSINESS_HOURS))).returns(planned, VersionView::planned);
    }

    @Test
    void saysOfWhatWasDeployedByHandThatNothingWasPlanned() {
        room.deploy(room.draft("Shut"));

        assertThat(newest()).returns(2, VersionView::number).returns(null, VersionView::planned);
    }
}
