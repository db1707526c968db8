package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.RecordedDecisions;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.HttpSlice;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What callers of each kind meet who check a table, try it, keep cases of it, or take old decisions again. */
class ProofHttpTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database = new TestDatabase();
    private final MovableClock clock = new MovableClock();
    private final RecordedDecisions recorded = mock();
    private final Subjects subjects = mock();
    private final Cases cases = new Cases(database.template(), clock);
    private final Backtests backtests = new Backtests(
            new StoredBacktests(database.template(), clock),
            recorded,
            new TableVersions(database.template()),
            new TableCompiler(),
            clock);
    private final Tries tries = new Tries(Duration.ofSeconds(10));
    private final HttpSlice http;

    static class Slice {
        @Bean
        TrialController trials(TableCheck check, Subjects subjects, Tries tries) {
            return new TrialController(check, subjects, tries);
        }

        @Bean
        CasesController caseRequests(Cases cases, Subjects subjects, Tries tries) {
            return new CasesController(cases, subjects, tries);
        }

        @Bean
        BacktestsController backtestRequests(Backtests backtests, Subjects subjects) {
            return new BacktestsController(backtests, subjects);
        }
    }

    ProofHttpTests() {
        var names = new NamesCheck(mock(), mock(), mock(), mock());
        var check = new TableCheck(new FeelCells(), new TableCompiler(), names);
        var subject = TrialTests.subject(TableName.ROUTING.packaged());
        given(subjects.of(any(), isNull(), isNull(), isNull())).willReturn(subject);
        given(subjects.find(any(), isNull(), isNull(), isNull()))
                .willReturn(new Subjects.Found(subject, Backtest.Tested.of(4)));
        given(recorded.page(any(), anyInt())).willReturn(new RecordedDecisions.Page(List.of(), null));
        http = new HttpSlice(Slice.class, check, subjects, cases, backtests, tries);
    }

    @AfterEach
    void close() {
        backtests.stop();
        tries.stop();
        http.close();
        database.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SUPERVISOR", "ANALYST", "ADMIN"})
    void whoReadsTablesMayCheckAndTryThem(Role role) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", "order"), "null", "null", "null", "null", "1")
                .dmn();

        assertThat(post(role, "/rules/routing/check", Map.of("dmn", dmn)))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "[{severity: 'error', code: 'UNKNOWN_NAME', row: 1, column: 4, params: {name: 'order'}}]"
                                .replace('\'', '"')
                                .replaceAll("(\\w+):", "\"$1\":"));
        assertThat(post(role, "/rules/routing/test", Map.of("inputs", Map.of("text", "c'est urgent"))))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.row")
                .isEqualTo(1);
    }

    @Test
    void agentsMayDoNeither() {
        assertThat(post(Role.AGENT, "/rules/routing/check", Map.of("dmn", ""))).hasStatus(403);
        assertThat(post(Role.AGENT, "/rules/routing/test", Map.of("inputs", Map.of())))
                .hasStatus(403);
        assertThat(get(Role.AGENT, "/rules/routing/cases")).hasStatus(403);
        assertThat(post(Role.AGENT, "/rules/routing/backtest", Map.of())).hasStatus(403);
    }

    @Test
    void supervisorsReadCasesAndChangeNone() {
        assertThat(get(Role.SUPERVISOR, "/rules/routing/cases")).hasStatusOk();
        assertThat(post(Role.SUPERVISOR, "/rules/routing/cases/run", Map.of())).hasStatusOk();
        assertThat(post(Role.SUPERVISOR, "/rules/routing/cases", aCase("x"))).hasStatus(403);
        assertThat(post(Role.SUPERVISOR, "/rules/routing/backtest", Map.of())).hasStatus(403);
    }

    @Test
    void supervisorsTryNoTablesOfTheirOwn() {
        var own = TableName.ROUTING.packaged();
        given(subjects.of(any(), eq(own), isNull(), isNull())).willReturn(TrialTests.subject(own));
        var tried = Map.of("inputs", Map.of(), "dmn", own);

        assertThat(post(Role.SUPERVISOR, "/rules/routing/test", tried)).hasStatus(403);
        assertThat(post(Role.SUPERVISOR, "/rules/routing/cases/run", Map.of("dmn", own)))
                .hasStatus(403);
        assertThat(post(Role.ANALYST, "/rules/routing/test", tried)).hasStatusOk();
        assertThat(post(Role.ADMIN, "/rules/routing/cases/run", Map.of("dmn", own)))
                .hasStatusOk();
    }

    @Test
    void casesAreKeptAndRun() {
        assertThat(post(Role.ANALYST, "/rules/routing/cases", aCase("Urgent ones first")))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.expected.priority")
                .isEqualTo(10);

        assertThat(post(Role.ANALYST, "/rules/routing/cases/run", Map.of()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].passed")
                .asArray()
                .containsExactly(true);
    }

    @Test
    void casesAreRunOnWhatIsPlanned() {
        assertThat(post(Role.ANALYST, "/rules/routing/cases", aCase("Urgent ones first")))
                .hasStatus(201);
        given(subjects.ofPlan(TableName.ROUTING, "p-1"))
                .willReturn(TrialTests.subject(TableFile.empty(TableName.ROUTING)
                        .row(Map.of(), "null", "null", "null", "null", "0")
                        .dmn()));

        assertThat(post(Role.SUPERVISOR, "/rules/routing/cases/run", Map.of("planned", "p-1")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[*].passed")
                .asArray()
                .containsExactly(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\": \" \", \"inputs\": {}, \"expected\": {\"priority\": 1}}",
                "{\"name\": \"x\", \"inputs\": {}, \"expected\": {}}",
                "{\"name\": \"x\", \"inputs\": {\"weather\": 1}, \"expected\": {\"priority\": 1}}",
                "{\"name\": \"x\", \"inputs\": {}, \"expected\": {\"mood\": 1}}",
                "{\"name\": 7, \"inputs\": [], \"expected\": {\"priority\": 1}}"
            })
    void casesThatCannotBeRunAreRefused(String body) {
        assertThat(postText(Role.ANALYST, "/rules/routing/cases", body)).hasStatus(400);
        assertThat(cases.all(TableName.ROUTING)).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(post(Role.ANALYST, "/rules/weather/check", Map.of("dmn", "")))
                .hasStatus(404);
        assertThat(get(Role.ANALYST, "/rules/routing/backtest/none")).hasStatus(404);
        assertThat(http.put(someone(Role.ANALYST), "/rules/routing/cases/none", JSON.writeValueAsString(aCase("x"))))
                .hasStatus(404);
    }

    @Test
    void inputsThatTheTableHasNotAreRefusedByName() {
        assertThat(post(Role.ANALYST, "/rules/routing/test", Map.of("inputs", Map.of("weather", "fine"))))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("inputs.weather");
        assertThat(post(Role.ANALYST, "/rules/routing/test", Map.of())).hasStatus(400);
        assertThat(post(Role.ANALYST, "/rules/routing/test", Map.of("inputs", Map.of(), "recorded", List.of())))
                .hasStatus(400);
    }

    @Test
    void whatWasRecordedIsAskedAgain() {
        var recordedThen = List.of(Map.of("name", "Text (lower case, no accents)", "value", "c'est urgent"));

        assertThat(post(Role.SUPERVISOR, "/rules/routing/test", Map.of("recorded", recordedThen)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.row")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[null]",
                "[{}]",
                "[{\"value\": 1}]",
                "[{\"name\": \"Kind\", \"value\": {\"a\": 1}}]",
                "[7]",
                "{}"
            })
    void whatCannotHaveBeenRecordedIsRefused(String recordedThen) {
        assertThat(postText(Role.ANALYST, "/rules/routing/test", "{\"recorded\": %s}".formatted(recordedThen)))
                .hasStatus(400);
    }

    @Test
    void aFileThatIsNotTheTablesIsRefusedWithItsReason() {
        assertThat(post(Role.ANALYST, "/rules/routing/check", Map.of("dmn", TableName.LISTENING.packaged())))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isNotNull();
        assertThat(post(Role.ANALYST, "/rules/routing/check", Map.of("dmn", "no XML")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("NOT_XML");
    }

    @Test
    void backtestsAreStartedAndFound() {
        assertThat(post(Role.ANALYST, "/rules/routing/backtest", Map.of("last", 0)))
                .hasStatus(400);

        var begun = post(Role.ANALYST, "/rules/routing/backtest", Map.of("last", 10));

        assertThat(begun).hasStatus(202).bodyJson().extractingPath("$.state").isEqualTo("RUNNING");
        assertThat(begun).bodyJson().extractingPath("$.tested.version").isEqualTo(4);
    }

    private static Map<String, Object> aCase(String name) {
        return Map.of("name", name, "inputs", Map.of("text", "c'est urgent"), "expected", Map.of("priority", 10));
    }

    private MvcTestResult get(Role role, String path) {
        return http.get(someone(role), path);
    }

    private MvcTestResult post(Role role, String path, Map<String, ?> body) {
        return postText(role, path, JSON.writeValueAsString(body));
    }

    private MvcTestResult postText(Role role, String path, String body) {
        return http.post(someone(role), path, body);
    }

    private static Caller someone(Role role) {
        return HttpSlice.caller("someone", role);
    }
}
