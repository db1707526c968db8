package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.routing.BreakReasons.Listed;
import dev.pupitre.routing.BreakReasons.ReasonsChanged;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why an agent is away, and what kinds of breaks there are. */
class PauseTests {
    private static final Caller ALICE = RoutingRoom.agent("alice");
    private static final Pause LUNCH = new Pause(Pause.Kind.BREAK, "LUNCH");

    private final RoutingRoom room = new RoutingRoom(3);
    private final BreakReasons reasons = new BreakReasons(room.database.template());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void isToldWithTheirPresence() {
        assertThat(become(Availability.AWAY, LUNCH))
                .returns(Availability.AWAY, Presence::presence)
                .returns(LUNCH, Presence::pause);
    }

    @Test
    void endsWithTheAgentsReturn() {
        become(Availability.AWAY, LUNCH);

        assertThat(become(Availability.ONLINE, null).pause()).isNull();
        assertThat(become(Availability.ONLINE, LUNCH).pause()).isNull();
    }

    @Test
    void isCountedFromWhenItChanged() {
        var lunch = become(Availability.AWAY, LUNCH).since();
        room.clock.advance(Duration.ofMinutes(5));
        assertThat(become(Availability.AWAY, LUNCH).since()).isEqualTo(lunch);

        assertThat(become(Availability.AWAY, new Pause(Pause.Kind.BUSY, null)).since())
                .isAfter(lunch);
    }

    @Test
    void isForgottenWhenTheAgentVanishes() {
        become(Availability.AWAY, LUNCH);
        room.node.shifts.dismiss(room.node.shifts.agent(ALICE));

        assertThat(room.node.shifts.agent(ALICE).view())
                .returns(Availability.OFFLINE, Presence::presence)
                .returns(null, Presence::pause);
    }

    @Test
    void hasTheReasonsThatAnAdministratorSets() {
        assertThat(reasons.all()).isEqualTo(new Listed(BreakReasons.USUAL, 0));

        reasons.set(List.of("Fire drill", " Fire drill ", "LUNCH"), 0);

        assertThat(reasons.all()).isEqualTo(new Listed(List.of("Fire drill", "LUNCH"), 1));
    }

    @Test
    void whoChangesWhatAnotherHasChangedMeanwhileIsTold() {
        reasons.set(List.of("LUNCH"), 0);
        assertThatExceptionOfType(ReasonsChanged.class).isThrownBy(() -> reasons.set(List.of("MEETING"), 0));

        reasons.set(List.of("TRAINING"), 1);
        assertThatExceptionOfType(ReasonsChanged.class).isThrownBy(() -> reasons.set(List.of("MEETING"), 1));
        assertThat(reasons.all()).isEqualTo(new Listed(List.of("TRAINING"), 2));
    }

    @Test
    void ofTwoWhoChangeTheListOfAnEarlierVersionOneIsTold() {
        room.database
                .template()
                .getCollection("breakReasons")
                .insertOne(new Document("_id", "reasons").append("reasons", List.of("Fire drill")));
        assertThat(reasons.all()).isEqualTo(new Listed(List.of("Fire drill"), 0));

        reasons.set(List.of("LUNCH"), 0);

        assertThatExceptionOfType(ReasonsChanged.class).isThrownBy(() -> reasons.set(List.of("MEETING"), 0));
    }

    @Test
    void hasAReasonOfTheListOrNone() {
        reasons.check(null);
        reasons.check(LUNCH);
        reasons.check(new Pause(Pause.Kind.BREAK, null));

        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> reasons.check(new Pause(Pause.Kind.BREAK, "Fire drill")))
                .returns("pause.reason", InvalidInput::field);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> reasons.check(new Pause(Pause.Kind.BUSY, "LUNCH")));
    }

    private Presence become(Availability presence, @Nullable Pause pause) {
        return room.node.shifts.become(ALICE, presence, pause, false).view();
    }
}
