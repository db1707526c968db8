package dev.pupitre.rules;

import static dev.pupitre.rules.RulesRoom.NADIA;
import static dev.pupitre.rules.RulesRoom.hours;
import static dev.pupitre.rules.RulesRoom.order;
import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.rules.TableVersion.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** What becomes of versions at starts, on other nodes, and after a crash between any two lines of a deployment. */
class DeliveryTests {
    /** A node is killed. */
    private static final class Killed extends Error {}

    private final RulesRoom room = new RulesRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aRestartKeepsTheAnalystsTable() {
        room.deploy(room.draft("Shut"));

        var again = room.restarted();

        assertThat(again.decidesBy()).isEqualTo("Shut");
        assertThat(again.tables.version("business-hours")).contains(2);
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(room.engine.count("business-hours")).isEqualTo(2);
        assertThat(room.numbers()).containsExactly(2, 1);
    }

    @Test
    void decidesByTheAnalystsTableWithoutTheEngineToo() {
        room.deploy(room.draft("Shut"));
        room.engine.isAway(true);
        var again = room.anotherNode();

        again.watch.start();

        assertThat(again.decidesBy()).isEqualTo("Shut");
        assertThatExceptionOfType(EngineUnavailable.class).isThrownBy(again.delivery::bringUp);
    }

    @Test
    void anEmptiedEngineIsGivenTheCurrentTableWhoseNumberStays() {
        room.deploy(room.draft("Shut"));
        room.engine.isEmptied();

        var again = room.restarted();

        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(again.tables.version("business-hours")).contains(2);
        assertThat(again.tables.versionOf("business-hours", 1)).isEqualTo(2);
        assertThat(again.deploy(again.draft("Zu")))
                .returns(3, TableVersion::number)
                .returns(2, TableVersion::byEngine);
        assertThat(again.tables.versionOf("business-hours", 2)).isEqualTo(3);
    }

    @Test
    void anotherNodeTakesWhatWasDeployedAtItsNextLook() {
        var other = room.restarted();

        room.deploy(room.draft("Shut"));
        assertThat(other.decidesBy()).isEqualTo("Closed");
        other.watch.look();

        assertThat(other.decidesBy()).isEqualTo("Shut");
        assertThat(other.tables.version("business-hours")).contains(2);
        assertThat(other.happened).as("told by the node that deployed it").isEmpty();
    }

    @Test
    void beginsWithTheNumberOfAnEngineThatCountedBefore() {
        try (var database = new TestDatabase()) {
            room.engine.deploy("business-hours", hours("Older"));
            var without = room.onto(database);

            without.delivery.bringUp();

            assertThat(without.current()).isEqualTo(3);
            assertThat(without.deploy(without.draft("Shut"))).returns(4, TableVersion::number);
        }
    }

    @Test
    void aTableOfANewReleaseIsDeployedWhereNobodyHasChangedTheOldOne() {
        var old = TableVersion.first(BUSINESS_HOURS, 1, hours("Of the last release"), room.clock.instant());
        room.database.template().save(old);

        var again = room.restarted();

        assertThat(again.decidesBy()).isEqualTo("Closed");
        assertThat(again.versions.current(BUSINESS_HOURS).orElseThrow())
                .returns(2, TableVersion::number)
                .returns(null, TableVersion::author);
        assertThat(again.restarted().numbers()).containsExactly(2, 1);
    }

    @Test
    void aNodeStartsAlthoughItCannotReadAVersionAnyMore() {
        room.deploy(room.draft("Shut"));
        room.database
                .template()
                .updateFirst(query(where("number").is(2)), Update.update("dmn", "<no table"), TableVersion.class);
        var again = room.anotherNode();

        again.watch.start();
        again.delivery.bringUp();

        assertThat(again.decidesBy()).as("the table that comes with Pupitre").isEqualTo("Closed");
        assertThat(again.tables.version("routing")).isPresent();
        assertThat(room.numbers()).containsExactly(2, 1);
    }

    @Test
    void anOldNodeThatRestartsAmongNewOnesChangesNothing() {
        var first = room.versions.current(BUSINESS_HOURS).orElseThrow();
        var newer = first.upgraded(hours("Of the next release"), room.clock.instant());
        room.versions.add(newer);
        room.delivery.settle(BUSINESS_HOURS);

        var again = room.restarted();

        assertThat(again.decidesBy()).isEqualTo("Of the next release");
        assertThat(again.numbers()).containsExactly(2, 1);
    }

    @Test
    void aTableThatWasWrittenDownButNeverGivenIsFinishedByAnotherNode() {
        var draft = room.draft("Shut");
        room.versions.add(room.following(new Deployments.Change(1, null, draft.origin(), draft.dmn())));
        var other = room.restartedWithoutEngine();
        assertThat(other.numbers()).containsExactly(1);

        room.clock.advance(RulesRoom.FINISH_AFTER);
        other.watch.look();

        isDeployedWithoutADraft(other);
    }

    @Test
    void aTableThatTheEngineTookBeforeTheNodeDiedIsFinishedByAnotherNode() {
        var draft = room.draft("Shut");
        room.engine.meanwhile(() -> {
            throw new Killed();
        });
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> room.deploy(draft));
        assertThat(room.numbers()).containsExactly(1);

        var other = room.restartedWithoutEngine();
        room.clock.advance(RulesRoom.FINISH_AFTER);
        other.watch.look();

        isDeployedWithoutADraft(other);
        assertThat(room.engine.count("business-hours")).isEqualTo(2);
    }

    @Test
    void aTableThatIsHalfDeployedIsFinishedAtTheNextStart() {
        var draft = room.draft("Shut");
        room.engine.meanwhile(() -> {
            throw new Killed();
        });
        assertThatExceptionOfType(Killed.class).isThrownBy(() -> room.deploy(draft));

        var again = room.restarted();
        again.watch.look();

        isDeployedWithoutADraft(again);
    }

    @Test
    void aDraftThatIsAVersionGoesThoughTheNodeDied() {
        var draft = room.draft("Shut");
        room.deploy(draft);
        room.database.template().save(draft);

        isDeployedWithoutADraft(room.restarted());
    }

    private static void isDeployedWithoutADraft(RulesRoom room) {
        assertThat(room.decidesBy()).isEqualTo("Shut");
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(room.versions.current(BUSINESS_HOURS).orElseThrow())
                .returns(2, TableVersion::number)
                .returns(State.DEPLOYED, TableVersion::state)
                .returns(NADIA, TableVersion::author);
        assertThat(room.numbers()).containsExactly(2, 1);
        assertThat(room.drafts.all(BUSINESS_HOURS)).isEmpty();
    }

    @Test
    void aHalfDeployedTableThatTheEngineRefusesGoes() {
        room.versions.add(room.following(new Deployments.Change(1, null, null, hours("Shut"))));
        room.engine.refuses("Shut");

        var again = room.restarted();

        assertThat(again.versions.newest(BUSINESS_HOURS).orElseThrow()).returns(1, TableVersion::number);
        assertThat(again.decidesBy()).isEqualTo("Closed");
    }

    @Test
    void aNodeThatStartsWhileAnotherDeploysEndsWithTheNewTableInTheEngine() {
        var starting = room.anotherNode();
        var draft = room.draft("Shut");
        room.engine.isEmptied();
        room.engine.meanwhile(() -> room.deploy(draft));

        starting.delivery.settle(BUSINESS_HOURS);

        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Shut"));
        assertThat(starting.decidesBy()).isEqualTo("Shut");
    }

    @Test
    void aDeploymentThatIsLateDoesNotUndoANewerOne() {
        var other = room.restarted();
        var late = room.draft("Shut");
        room.engine.meanwhile(() -> {
            room.clock.advance(RulesRoom.FINISH_AFTER);
            other.watch.look();
            other.deployments.rollBack(BUSINESS_HOURS, 1, null, order(NADIA));
            var _ = room.engine.deploy("business-hours", hours("Shut"));
        });

        assertThat(room.deploy(late)).returns(2, TableVersion::number);

        assertThat(room.numbers()).containsExactly(3, 2, 1);
        assertThat(room.engine.latest("business-hours")).isEqualTo(hours("Closed"));
        assertThat(room.decidesBy()).isEqualTo("Closed");
    }
}
