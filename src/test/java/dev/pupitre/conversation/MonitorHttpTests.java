package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.campaign.Teams;
import dev.pupitre.conversation.RulesProblems.Kind;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What callers of each kind meet who look for what does not move, push it on, and ask why something was decided. */
class MonitorHttpTests {
    private final WatchedRoom watched = new WatchedRoom(10);
    private final ConversationRoom room = watched.room;
    private final RulesProblems problems = new RulesProblems(room.database.template(), watched.feed, room.clock);
    private final AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
    private final MockMvcTester http;

    @Configuration
    @EnableWebMvc
    @EnableMethodSecurity
    @ComponentScan(
            basePackages = "dev.pupitre.kernel",
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = RestControllerAdvice.class))
    static class Slice implements WebMvcConfigurer {
        @Bean
        MonitorController monitor(Watchdog watchdog, Pushing pushing) {
            return new MonitorController(watchdog, pushing);
        }

        @Bean
        ConversationController conversations(
                Conversations conversations, Resolutions resolutions, ConversationArchive archive) {
            return new ConversationController(conversations, resolutions, archive, Mockito.mock(Teams.class));
        }

        @Bean
        RulesProblemsController rules(OpenProblems problems) {
            return new RulesProblemsController(problems);
        }

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AuthenticationPrincipalArgumentResolver());
        }
    }

    MonitorHttpTests() {
        DecisionTables tables = Mockito.mock();
        Teams teams = Mockito.mock();
        ConversationArchive archive = Mockito.mock();
        var open = new OpenProblems(problems, tables, CampaignsFixture.campaigns(), teams);
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("watchdog", watched.watchdog);
            beans.registerSingleton("pushing", watched.pushing);
            beans.registerSingleton("known", room.conversations);
            beans.registerSingleton("resolutions", room.resolutions);
            beans.registerSingleton("archive", archive);
            beans.registerSingleton("problems", open);
        });
        context.register(Slice.class);
        context.refresh();
        http = MockMvcTester.from(context);
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        context.close();
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
        return as(role, () -> http.get().uri("/api/v1" + path).exchange());
    }

    private MvcTestResult post(Role role, String path, @Nullable String body) {
        var request = http.post().uri("/api/v1" + path).contentType(MediaType.APPLICATION_JSON);
        return as(role, (body == null ? request : request.content(body))::exchange);
    }

    private static MvcTestResult as(Role role, Supplier<MvcTestResult> call) {
        var caller = new Caller(new UserId("sofia"), "Sofia", Set.of(role));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(caller, "", "ROLE_" + role));
        return call.get();
    }
}
