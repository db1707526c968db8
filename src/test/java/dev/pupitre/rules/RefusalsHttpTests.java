package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.RecordedDecisions;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.kernel.HttpSlice;
import dev.pupitre.kernel.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Each refusal of a table over HTTP, with its status and its code. */
class RefusalsHttpTests {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HOURS = "/rules/business-hours";
    private static final int AT_ONCE = 4;

    private final RulesRoom room = new RulesRoom();
    private final Subjects subjects = mock();
    private final RecordedDecisions recorded = mock();
    private final Semaphore blocked = new Semaphore(0);
    private final Tries hasty = new Tries(Duration.ofMillis(200));
    private final Backtests backtests = new Backtests(
            new StoredBacktests(room.database.template(), room.clock),
            recorded,
            room.versions,
            new TableCompiler(),
            room.clock);
    private final HttpSlice http = new HttpSlice(
            Slice.class,
            room.drafts,
            room.drafting,
            room.deployments,
            RulesRoom.settings(false),
            mock(TableCheck.class),
            subjects,
            hasty,
            backtests);

    static class Slice {
        @Bean
        DraftsController draftRequests(Drafts drafts, Drafting drafting) {
            return new DraftsController(drafts, drafting);
        }

        @Bean
        DeployController deployRequests(Deployments deployments, RulesProperties properties) {
            return new DeployController(deployments, properties);
        }

        @Bean
        TrialController trials(TableCheck check, Subjects subjects, Tries tries) {
            return new TrialController(check, subjects, tries);
        }

        @Bean
        BacktestsController backtestRequests(Backtests backtests, Subjects subjects) {
            return new BacktestsController(backtests, subjects);
        }
    }

    @AfterEach
    void close() {
        blocked.release(100);
        backtests.stop();
        hasty.stop();
        http.close();
        room.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_XML              | </definitions>                 | '<'",
                "DOCTYPE              | <definitions                   | <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions",
                "ENCODING             | encoding=\"UTF-8\"             | encoding=\"ISO-8859-1\"",
                "NOT_DMN              | 20191111/MODEL                 | 20180521/MODEL",
                "SEVERAL_DECISIONS    | </decision>                    | </decision><decision id=\"more\"/>",
                "NO_DECISION          | (</?)decision(?=[ >])          | $1inputData",
                "OTHER_DECISION       | decision id=\"business-hours\" | decision id=\"listening\"",
                "NO_TABLE             | (</?)decisionTable             | $1literalExpression",
                "UNSUPPORTED_ELEMENT  | <decision id                   | <import namespace=\"x\"/><decision id",
                "UNSUPPORTED_LANGUAGE | <inputExpression               | <inputExpression expressionLanguage=\"juel\"",
                "HIT_POLICY           | hitPolicy=\"FIRST\"            | hitPolicy=\"COLLECT\"",
                "OTHER_INPUTS         | <text>schedule</text>          | <text>customer</text>",
                "OTHER_OUTPUTS        | name=\"message\"               | name=\"words\"",
                "CELLS                | </rule>                        | <inputEntry id=\"x\"><text>-</text></inputEntry></rule>",
                "ROW_ID               | <rule id                       | <rule name"
            })
    void aFileThatIsNotTheTable(String code, String text, String instead) {
        var packaged = TableName.BUSINESS_HOURS.packaged();
        var dmn = packaged.replaceAll(text, instead);
        assertThat(dmn).isNotEqualTo(packaged);

        var refused = post(HOURS + "/drafts", Map.of("dmn", dmn));

        isRefused(refused, 422, code);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.line")
                .asNumber()
                .satisfies(line -> assertThat(line.intValue()).isPositive());
        assertThat(room.drafts.all(TableName.BUSINESS_HOURS)).isEmpty();
    }

    @Test
    void aFileThatIsTooLarge() {
        var dmn = RulesRoom.hours("x").replace("</definitions>", " ".repeat(DmnReader.LARGEST) + "</definitions>");

        var refused = post(HOURS + "/drafts", Map.of("dmn", dmn));

        isRefused(refused, 422, "TOO_LARGE");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.line")
                .isEqualTo(RulesRoom.hours("x").lines().toList().size());
    }

    @Test
    void aModelOfAnotherNameIsRenamedWhenItIsImportedAndRefusedWhenItIsSaved() {
        var modelers = RulesRoom.hours("Modeler").replace("business-hours-model", "Definitions_0abc");

        var imported = post(HOURS + "/drafts", Map.of("dmn", modelers));

        assertThat(imported).hasStatus(201);
        assertThat(imported).bodyJson().extractingPath("$.renamed").isEqualTo("Definitions_0abc");
        assertThat(imported).bodyJson().extractingPath("$.dmn").isEqualTo(RulesRoom.hours("Modeler"));
        var saved = Map.of("revision", 1, "dmn", modelers);
        isRefused(put(room.drafts.all(TableName.BUSINESS_HOURS).getFirst().id(), saved), 422, "MODEL_ID");
        var own = post(HOURS + "/drafts", Map.of("dmn", RulesRoom.hours("Own")));
        assertThat(own).hasStatus(201).bodyJson().doesNotHavePath("$.renamed");
    }

    @Test
    void aDraftThatSomebodyElseHasSaved() {
        var draft = room.draft("Shut");
        assertThat(put(draft.id(), Map.of("revision", 1, "dmn", RulesRoom.hours("Zu"))))
                .hasStatusOk();

        isRefused(put(draft.id(), Map.of("revision", 1, "dmn", RulesRoom.hours("Late"))), 409, "DRAFT_CHANGED");
        isRefused(deploy(draft), 409, "DRAFT_CHANGED");
    }

    @Test
    void aTableThatIsInEffectAlready() {
        isRefused(
                deploy(room.drafting.begin(TableName.BUSINESS_HOURS, null, null, RulesRoom.NADIA)),
                409,
                "NOTHING_CHANGED");
    }

    @Test
    void aDraftOfAnEarlierVersion() {
        var late = room.draft("Late");
        room.deploy(room.draft("Faster"));

        isRefused(deploy(late), 409, "VERSION_CHANGED");
    }

    @Test
    void aDeploymentBesideAnother() {
        var late = room.draft("Late");
        var first = room.draft("First");
        room.engine.meanwhile(() -> isRefused(deploy(late), 409, "DEPLOYMENT_UNDER_WAY"));

        room.deploy(first);

        assertThat(room.decidesBy()).isEqualTo("First");
    }

    @Test
    void whatTheEnginesReadingDoesNotTake() {
        var broken = RulesRoom.hours("x").replace("<text>false</text>", "<text>if then</text>");

        isRefused(
                deploy(room.drafting.begin(TableName.BUSINESS_HOURS, broken, null, RulesRoom.NADIA)),
                422,
                "NOT_READABLE");
    }

    @Test
    void aDeploymentWithoutAReason() {
        var draft = room.draft("Shut");
        var wanted = Map.of("draft", draft.id(), "revision", draft.revision(), "reason", " ");

        assertThat(post(HOURS + "/deploy", wanted)).hasStatus(400).bodyText().contains("reason");
        assertThat(room.numbers()).containsExactly(1);
    }

    @Test
    void whatTheEngineDoesNotTakeAndAnEngineThatIsAway() {
        var draft = room.draft("Shut");
        room.engine.refuses("Shut");

        isRefused(deploy(draft), 502, "ENGINE_REFUSED");

        room.engine.refuses(null);
        room.engine.isAway(true);
        isRefused(deploy(draft), 503, "ENGINE_UNAVAILABLE");
        assertThat(room.numbers()).containsExactly(1);
        room.engine.isAway(false);
        assertThat(deploy(draft)).hasStatusOk();
    }

    @Test
    void aTableThatTakesTooLongAndOnesThatAreTriedBesideMany() {
        given(subjects.of(any(), any(), any(), any())).willAnswer(_ -> {
            blocked.acquireUninterruptibly();
            return TrialTests.subject(TableName.ROUTING.packaged());
        });
        var tried = Map.of("inputs", Map.of());

        for (int one = 0; one < AT_ONCE; one++) {
            isRefused(post("/rules/routing/test", tried), 422, "TOOK_TOO_LONG");
        }
        isRefused(post("/rules/routing/test", tried), 503, "TRIES_BUSY");
    }

    @Test
    void aSecondBacktestOfOneUser() {
        var subject = TrialTests.subject(TableName.ROUTING.packaged());
        given(subjects.find(any(), any(), any(), any())).willReturn(new Subjects.Found(subject, Backtest.Tested.FILE));
        given(recorded.count()).willReturn(10L);
        given(recorded.page(any(), anyInt())).willAnswer(_ -> {
            blocked.acquireUninterruptibly();
            return new RecordedDecisions.Page(List.of(), null);
        });
        assertThat(post("/rules/routing/backtest", Map.of("last", 10))).hasStatus(202);

        var second = post("/rules/routing/backtest", Map.of("last", 10));

        isRefused(second, 409, "BACKTEST_RUNNING");
        assertThat(second).bodyJson().extractingPath("$.table").isEqualTo("routing");
    }

    private static void isRefused(MvcTestResult answer, int status, String code) {
        assertThat(answer).hasStatus(status).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private MvcTestResult deploy(Draft draft) {
        return post(HOURS + "/deploy", Map.of("draft", draft.id(), "revision", draft.revision(), "reason", "Because"));
    }

    private MvcTestResult put(String draft, Map<String, ?> body) {
        return http.put(
                HttpSlice.caller("otto", Role.ANALYST), HOURS + "/drafts/" + draft, JSON.writeValueAsString(body));
    }

    private MvcTestResult post(String path, Map<String, ?> body) {
        return http.post(HttpSlice.caller("otto", Role.ANALYST), path, JSON.writeValueAsString(body));
    }
}
