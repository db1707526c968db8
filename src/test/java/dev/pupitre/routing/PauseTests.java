package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.kernel.Caller;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why an agent is away, and what kinds of breaks there are. */
class PauseTests {
    private static final Caller ALICE = RoutingRoom.agent("alice");
    private static final Pause LUNCH = new Pause(Pause.Kind.BREAK, "LUNCH");

    private final RoutingRoom room = new RoutingRoom(3);

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
        var reasons = new BreakReasons(room.database.template());
        assertThat(reasons.all()).isEqualTo(BreakReasons.USUAL);

        reasons.set(List.of("Fire drill", " Fire drill ", "LUNCH"));

        assertThat(reasons.all()).containsExactly("Fire drill", "LUNCH");
    }

    private Presence become(Availability presence, @Nullable Pause pause) {
        return room.node.shifts.become(ALICE, presence, pause, false).view();
    }
}
