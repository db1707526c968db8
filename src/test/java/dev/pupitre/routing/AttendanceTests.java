package dev.pupitre.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;

class AttendanceTests {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final RoutingRoom room = new RoutingRoom();
    private final Attendance attendance = room.node.attendance;

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void anAgentWhoseBrowserVanishesGivesBackWhatWasNotAnswered() {
        var id = alicesConversation(true);
        attendance.look();

        passes(Duration.ofSeconds(61));

        assertThat(presenceOfAlice()).isEqualTo(Availability.OFFLINE);
        assertThat(room.released).containsOnlyKeys(id);
        assertThat(room.placesOf("alice")).isEmpty();
    }

    @Test
    void callsKeepAnAgentHere() {
        alicesConversation(true);
        for (int call = 0; call < 10; call++) {
            call(browser("alice"));
            passes(Duration.ofSeconds(30));
        }

        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);
    }

    @Test
    void aStreamThatIsOpenButNotAnsweredDoesNotKeepAnAgentHere() {
        var id = alicesConversation(true);
        // The request goes on: where the network is silent, nobody says that the other end has gone.
        attendance.preHandle(browser("alice"), new MockHttpServletResponse(), this);
        passes(Duration.ofSeconds(30));
        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);

        passes(Duration.ofSeconds(61));

        assertThat(presenceOfAlice()).isEqualTo(Availability.OFFLINE);
        assertThat(room.released).containsOnlyKeys(id);
    }

    @Test
    void whatABrowserAnswersToAnotherNodeKeepsAnAgentHere() {
        alicesConversation(true);
        var other = room.new Node().attendance;
        for (int look = 0; look < 10; look++) {
            other.preHandle(browser("alice"), new MockHttpServletResponse(), this);
            room.clock.advance(Duration.ofSeconds(30));
            other.look();
            attendance.look();
        }

        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);
    }

    @Test
    void anAgentWhoCameInAnEarlierVersionIsHeardOfOrGone() {
        alicesConversation(true);
        room.database
                .template()
                .updateFirst(
                        query(where("_id").is("alice")),
                        new Update().unset("seenAt").unset("watched"),
                        Agents.COLLECTION);
        passes(Duration.ofSeconds(30));
        call(browser("alice"));
        passes(Duration.ofSeconds(30));
        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);

        passes(Duration.ofSeconds(61));

        assertThat(presenceOfAlice()).isEqualTo(Availability.OFFLINE);
    }

    @Test
    void aProgramNeedNotBeHeardOf() {
        alicesConversation(false);

        passes(Duration.ofHours(1));
        passes(Duration.ofHours(1));

        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);
    }

    @Test
    void nobodyIsTakenForGoneBecauseTheStoreWasAway() {
        alicesConversation(true);
        attendance.look();
        call(browser("alice"));
        room.database.refuse();
        passes(Duration.ofMinutes(5));
        room.database.takeAgain();

        attendance.look();
        passes(Duration.ofSeconds(30));

        assertThat(presenceOfAlice()).isEqualTo(Availability.ONLINE);
    }

    private ConversationId alicesConversation(boolean watched) {
        room.node.shifts.become(RoutingRoom.agent("alice"), Availability.ONLINE, watched);
        var id = room.arrives("c0");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.given).containsExactly(new RoutingRoom.Gift(id, "alice")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(room.node.queue.all()).doesNotContain(id));
        return id;
    }

    private Availability presenceOfAlice() {
        return room.node.agents.find("alice").orElseThrow().presence();
    }

    private void passes(Duration time) {
        room.clock.advance(time);
        attendance.look();
    }

    private void call(MockHttpServletRequest request) {
        attendance.preHandle(request, new MockHttpServletResponse(), this);
    }

    private static MockHttpServletRequest browser(String user) {
        Caller caller = RoutingRoom.agent(user);
        var authentication = new TestingAuthenticationToken(caller, "");
        authentication.setDetails("a session");
        var request = new MockHttpServletRequest();
        request.setUserPrincipal(authentication);
        return request;
    }
}
