package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.HttpSlice;
import dev.pupitre.kernel.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What callers of each kind meet who look for what does not move, push it on, and ask why something was decided. */
class MonitorHttpTests {
    private final WatchedRoom watched = new WatchedRoom(10);
    private final ConversationRoom room = watched.room;
    private final RulesProblems problems = new RulesProblems(room.database.template(), watched.feed, room.clock);
    private final HttpSlice http;

    static class Slice {
        @Bean
        MonitorController monitor(Watchdog watchdog, Pushing pushing) {
            return new MonitorController(watchdog, pushing);
        }

        @Bean
        ConversationController conversations(
                Conversations conversations, Resolutions resolutions, ConversationArchive archive) {
            return new ConversationController(
                    conversations, resolutions, archive, Mockito.mock(Teams.class), Clock.systemUTC());
        }

        @Bean
        RulesProblemsController rules(OpenProblems problems) {
            return new RulesProblemsController(problems);
        }
    }

    MonitorHttpTests() {
        DecisionTables tables = Mockito.mock();
        Teams teams = Mockito.mock();
        ConversationArchive archive = Mockito.mock();
        var open = new OpenProblems(problems, tables, CampaignsFixture.campaigns(), teams);
        http = new HttpSlice(
                Slice.class, watched.watchdog, watched.pushing, room.conversations, room.resolutions, archive, open);
    }

    @AfterEach
    void close() {
        http.close();
        watched.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "ADMIN"})
    void whoLeadsSeesWhatDoesNotMoveAndPushesItOn(Role role) {
        var id = stuck();

        assertThat(get(role, "/monitor/stuck"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].conversation")
                .asArray()
                .containsExactly(id.value());
        assertThat(post(role, "/conversations/" + id + "/push", null))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.outcome")
                .isEqualTo("BEGUN_AGAIN");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"AGENT", "ANALYST"})
    void whoDoesNotLeadMayNeitherLookNorPush(Role role) {
        var id = stuck();
        var published = room.published.size();

        assertThat(get(role, "/monitor/stuck")).hasStatus(403);
        assertThat(post(role, "/conversations/" + id + "/push", null)).hasStatus(403);
        assertThat(post(role, "/monitor/stuck/push", null)).hasStatus(403);
        assertThat(room.published).hasSize(published);
    }

    @Test
    void severalArePushedByNameAndAllWithout() {
        var first = stuck();
        var moving = room.givenToAlice("moving");

        assertThat(post(
                        Role.SUPERVISOR,
                        "/monitor/stuck/push",
                        "{\"conversations\": [\"%s\", \"nowhere\"]}".formatted(moving)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].outcome")
                .asArray()
                .containsExactly("MOVES", "OVER");
        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", null))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].conversation")
                .asArray()
                .containsExactly(first.value());
        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", "{\"conversations\": []}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$")
                .asArray()
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsNotPushed() {
        assertThat(post(Role.SUPERVISOR, "/conversations/nowhere/push", null)).hasStatus(404);
    }

    @Test
    void whatCannotBeReadIsRefused() {
        var tooMany = String.join(",", Collections.nCopies(501, "\"one\""));

        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", "{\"conversations\": [" + tooMany + "]}"))
                .hasStatus(400);
        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", "{\"conversations\": 7}"))
                .hasStatus(400);
        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", "{\"conversations\": [null]}"))
                .hasStatus(400);
        assertThat(post(Role.SUPERVISOR, "/monitor/stuck/push", "{")).hasStatus(400);
    }

    @Test
    void everybodyMayAskWhyAConversationIsWhereItIs() {
        var id = watched.opened("1");
        room.course.decided(id, List.of(decision()));

        assertThat(get(Role.AGENT, "/conversations/" + id + "/decisions"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].table")
                .isEqualTo("routing");
        assertThat(get(Role.ANALYST, "/conversations/" + id + "/decisions")).hasStatusOk();
        assertThat(get(Role.ANALYST, "/conversations/nowhere/decisions")).hasStatus(404);
    }

    @Test
    void theRowsThatCannotBeFollowedAreForThoseWhoMayMendThem() {
        problems.report(new ConversationId("c-1"), decision(), "agent", Kind.UNKNOWN_AGENT, "zoe");

        for (var role : List.of(Role.ANALYST, Role.SUPERVISOR, Role.ADMIN)) {
            assertThat(get(role, "/rules/problems"))
                    .hasStatusOk()
                    .bodyJson()
                    .extractingPath("$[*].value")
                    .asArray()
                    .containsExactly("zoe");
        }
        assertThat(get(Role.AGENT, "/rules/problems")).hasStatus(403);
    }

    private Decision decision() {
        return new Decision("routing", 1, 4, null, Map.of("agent", "zoe"), null, null, room.clock.instant());
    }

    private ConversationId stuck() {
        var id = watched.opened("1");
        room.clock.advance(Duration.ofHours(1));
        watched.watchdog.look();
        return id;
    }

    private MvcTestResult get(Role role, String path) {
        return http.get(HttpSlice.caller("sofia", role), path);
    }

    private MvcTestResult post(Role role, String path, @Nullable String body) {
        return http.post(HttpSlice.caller("sofia", role), path, body);
    }
}
