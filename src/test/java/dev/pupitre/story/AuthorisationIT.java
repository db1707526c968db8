package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.audit.Audited;
import dev.pupitre.kernel.Role;
import dev.pupitre.story.Endpoints.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Each endpoint of the running application, asked by a stranger and by each role: see {@link Endpoints}. */
class AuthorisationIT {
    private static final Map<Role, String> PEOPLE =
            Map.of(Role.AGENT, "alice", Role.SUPERVISOR, "sofia", Role.ANALYST, "nadia", Role.ADMIN, "admin");
    private static final int LET_IN = 0;

    /** What those who lead may call that changes something, or looks so, and is in no book: with the reason. */
    private static final Map<String, String> NOT_AUDITED = Map.ofEntries(
            Map.entry("POST /api/v1/pages/{id}/check", "asks Facebook how a Page is"),
            Map.entry("POST /api/v1/campaigns/{id}/preview", "shows what would be, and keeps nothing"),
            Map.entry("POST /api/v1/campaigns/{id}/assistant/try", "shows what would be, and keeps nothing"),
            Map.entry("POST /api/v1/rules/{table}/check", "shows what would be, and keeps nothing"),
            Map.entry("POST /api/v1/rules/{table}/test", "shows what would be, and keeps nothing"),
            Map.entry("POST /api/v1/rules/{table}/cases/run", "shows what would be, and keeps nothing"),
            Map.entry("POST /api/v1/rules/{table}/backtest", "shows what would have been, for an hour"),
            Map.entry("DELETE /api/v1/rules/{table}/backtest/{id}", "shows what would have been, for an hour"),
            Map.entry("POST /api/v1/rules/{table}/drafts", "nothing goes by a draft; its deployment is audited"),
            Map.entry("PUT /api/v1/rules/{table}/drafts/{id}", "nothing goes by a draft; its deployment is audited"),
            Map.entry("POST /api/v1/conversations/{id}/assign", "the conversation itself says who handed it on"));

    private static final Set<String> LEADING = Set.of("SUPERVISOR", "ANALYST", "ADMIN");

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final Set<String> audited = new HashSet<>();
    private final Map<String, RequestMappingInfo> endpoints = endpoints();
    private final List<Row> rows = Endpoints.rows();

    @Test
    void everyEndpointHasARowAndEveryRowAnEndpoint() {
        assertThat(endpoints.keySet().stream().filter(endpoint -> rows.stream().noneMatch(row -> row.covers(endpoint))))
                .as("endpoints without a row: add one to Endpoints")
                .isEmpty();
        assertThat(rows.stream()
                        .filter(row -> endpoints.keySet().stream().noneMatch(row::covers))
                        .map(Row::endpoint))
                .as("rows without an endpoint: take them out of Endpoints")
                .isEmpty();
        assertThat(rows.stream().map(Row::endpoint)).doesNotHaveDuplicates();
        assertThat(pupitre.context.getBeansOfType(RouterFunctionMapping.class).values())
                .as("functional endpoints, which this test does not see")
                .allMatch(mapping -> mapping.getRouterFunction() == null);
    }

    @Test
    void aStrangerGetsInWhereTheTableSaysSoAndIsElseAskedToLogIn() {
        var stranger = new HttpSession(pupitre.base);
        stranger.get("/api/v1/me");

        assertThat(everyCall()
                        .flatMap(call -> call.differs("a stranger", stranger, call.row.open() ? LET_IN : 401))
                        .toList())
                .isEmpty();
    }

    @Test
    void eachRoleMayWhatTheTableSaysAndNothingElse() {
        var faults = new ArrayList<String>();
        logins().forEach((role, session) -> everyCall()
                .flatMap(call -> call.differs(role.name(), session, call.row.allows(role) ? LET_IN : 403))
                .forEach(faults::add));

        assertThat(faults).isEmpty();
    }

    @Test
    void noChangeIsTakenFromABrowserWithoutTheCsrfToken() {
        var faults = new ArrayList<String>();
        logins().forEach((role, session) -> everyCall()
                .filter(call -> !call.safe() && call.row.allows(role) && !call.row.open())
                .flatMap(call -> call.differsWithoutCsrf(role.name(), session))
                .forEach(faults::add));

        assertThat(faults).isEmpty();
    }

    @Test
    void aWrongTokenOpensNothing() {
        var program = new HttpSession(pupitre.base, "no-such-token");

        assertThat(everyCall()
                        .filter(call -> !call.row.open())
                        .flatMap(call -> call.differs("a wrong token", program, 401))
                        .toList())
                .isEmpty();
    }

    @Test
    void evenAnAdministratorIsNotTakenForMeta() {
        var administrator = DeskAgent.loggedIn(pupitre.base, "admin").http;

        assertThat(calls(Row::signed).map(call -> call.status(administrator)))
                .isNotEmpty()
                .allMatch(status -> status == 400 || status == 403);
    }

    @Test
    void whatOnlyThoseWhoLeadMayChangeIsAuditedOrHasAReasonNotToBe() {
        assertThat(calls(row -> LEADING.containsAll(row.who()))
                        .filter(call -> !call.safe())
                        .map(Call::endpoint)
                        .filter(endpoint -> !audited.contains(endpoint)))
                .as("endpoints without @Audited: annotate them, or say in NOT_AUDITED why not")
                .containsExactlyInAnyOrderElementsOf(NOT_AUDITED.keySet());
    }

    @Test
    void whatIsTakenAwayIsAudited() {
        assertThat(calls(row -> row.path().endsWith("/export")).map(Call::endpoint))
                .hasSize(2)
                .allMatch(audited::contains);
    }

    private Map<Role, HttpSession> logins() {
        var logins = new EnumMap<Role, HttpSession>(Role.class);
        PEOPLE.forEach((role, name) -> logins.put(role, DeskAgent.loggedIn(pupitre.base, name).http));
        return logins;
    }

    private Stream<Call> everyCall() {
        return calls(row -> !row.local() && !row.signed());
    }

    private Stream<Call> calls(Predicate<Row> which) {
        return endpoints.entrySet().stream()
                .flatMap(endpoint -> rows.stream()
                        .filter(row -> row.covers(endpoint.getKey()) && which.test(row))
                        .map(row -> new Call(row, endpoint.getKey(), endpoint.getValue())));
    }

    private Map<String, RequestMappingInfo> endpoints() {
        var found = new TreeMap<String, RequestMappingInfo>();
        pupitre.context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry ->
                        !ErrorController.class.isAssignableFrom(entry.getValue().getBeanType()))
                .forEach(entry -> names(entry.getKey()).forEach(name -> {
                    found.put(name, entry.getKey());
                    if (entry.getValue().hasMethodAnnotation(Audited.class)) {
                        audited.add(name);
                    }
                }));
        return found;
    }

    private static Stream<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : methods.stream().map(method -> method + " " + pattern));
    }

    /** A request that changes nothing even where it is allowed: its body cannot be read, and its ids are nobody's. */
    private record Call(Row row, String endpoint, RequestMappingInfo info) {
        boolean safe() {
            return SAFE.contains(method());
        }

        private String method() {
            var method = endpoint.substring(0, endpoint.indexOf(' '));
            return method.equals("ANY") ? "GET" : method;
        }

        private String path() {
            return endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replaceAll("\\{[^}]+}", "none-such")
                    .replaceAll("\\*+", "none-such");
        }

        private HttpRequest.Builder with(HttpRequest.Builder request) {
            var type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                    .findFirst()
                    .map(MediaType::toString)
                    .orElse("application/json");
            return safe()
                    ? request.method(method(), BodyPublishers.noBody())
                    : request.header("Content-Type", type.startsWith("multipart") ? type + ";boundary=b" : type)
                            .method(method(), BodyPublishers.ofString("{"));
        }

        Stream<String> differs(String who, HttpSession session, int expected) {
            var status = status(session);
            var asExpected = expected == LET_IN ? status != 401 && status != 403 && status < 500 : status == expected;
            return asExpected
                    ? Stream.empty()
                    : Stream.of("%s as %s: expected %s, but got %d"
                            .formatted(endpoint, who, expected == LET_IN ? "to be let in" : expected, status));
        }

        int status(HttpSession session) {
            return status(session, with(session.request(path())));
        }

        Stream<String> differsWithoutCsrf(String who, HttpSession session) {
            var status = status(session, with(session.requestWithoutCsrf(path())));
            return status == 403
                    ? Stream.empty()
                    : Stream.of("%s as %s: expected 403 without the CSRF token, but got %d"
                            .formatted(endpoint, who, status));
        }

        /** Closed at once: some answers never end. */
        private static int status(HttpSession session, HttpRequest.Builder request) {
            try {
                var response = session.client().send(request.build(), BodyHandlers.ofInputStream());
                response.body().close();
                return response.statusCode();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }
}
