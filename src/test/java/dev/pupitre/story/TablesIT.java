package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** Analysts change the tables while the desk works; the application, its broker and the broker's data come and go. */
class TablesIT {
    private static final PupitreProcess PUPITRE = new PupitreProcess("tables", RunningPupitre.freePort());
    private static final String ROUTING = "/api/v1/rules/routing";

    private final DeskAgent agent = DeskAgent.withToken(PUPITRE.base);

    @BeforeEach
    void start() {
        if (!PUPITRE.isRunning()) {
            PUPITRE.start();
        }
        agent.is("ONLINE");
    }

    @AfterAll
    static void end() {
        PUPITRE.close();
    }

    private static HttpSession as(String user) {
        return DeskAgent.loggedIn(PUPITRE.base, user).http;
    }

    /** A draft of the current table in which this word alone has this priority. */
    private static JsonNode draft(HttpSession analyst, String word, int priority) {
        var draft = analyst.post(ROUTING + "/drafts", Map.of());
        assertThat(draft).returns(201, Answer::status);
        var id = draft.json().get("id").asString();
        var cells = new StringBuilder();
        for (var input = 1; input <= 11; input++) {
            cells.append("<inputEntry id=\"%s-%d\"><text>%s</text></inputEntry>"
                    .formatted(word, input, input == 4 ? "contains(?, \"" + word + "\")" : "-"));
        }
        for (var output = 12; output <= 16; output++) {
            cells.append("<outputEntry id=\"%s-%d\"><text>%s</text></outputEntry>"
                    .formatted(word, output, output == 16 ? String.valueOf(priority) : "null"));
        }
        var row = "<rule id=\"%s\"><description>About %s</description>%s</rule>".formatted(word, word, cells);
        var dmn = draft.json().get("dmn").asString().replaceFirst("<rule ", Matcher.quoteReplacement(row + "<rule "));
        var saved = analyst.put(ROUTING + "/drafts/" + id, Map.of("revision", 1, "dmn", dmn));
        assertThat(saved).returns(200, Answer::status);
        return saved.json();
    }

    private static Answer deploy(HttpSession analyst, JsonNode draft) {
        return analyst.post(
                ROUTING + "/deploy",
                Map.of(
                        "draft", draft.get("id").asString(),
                        "revision", draft.get("revision").asLong(),
                        "reason", "It was asked for"));
    }

    private static int current(HttpSession reader) {
        return current(reader, ROUTING);
    }

    private static int current(HttpSession reader, String table) {
        return reader.get(table).json().at("/current/number").asInt();
    }

    /** How the next conversation that begins with this text is routed. */
    private JsonNode routed(String text) {
        var customer = Customer.named(PUPITRE.base, "Asker");
        customer.writes(text);
        var id = agent.isGiven(customer);
        var decisions = await().until(
                        () -> agent.http
                                .get("/api/v1/conversations/" + id + "/decisions")
                                .json(),
                        all -> all.valueStream()
                                .anyMatch(decision ->
                                        decision.get("table").asString().equals("routing")));
        assertThat(agent.resolves(id)).returns(202, Answer::status);
        return decisions
                .valueStream()
                .filter(decision -> decision.get("table").asString().equals("routing"))
                .findFirst()
                .orElseThrow();
    }

    private static void saysOf(JsonNode decision, int version, int row, int priority) {
        assertThatObject(decision)
                .returns(version, found -> found.get("version").asInt())
                .returns(row, found -> found.get("row").asInt())
                .returns(priority, found -> found.at("/outputs/priority").asInt());
    }

    @Test
    void aDeployedTableRoutesTheNextConversationAndARollBackTheOneAfter() {
        var nadia = as("nadia");
        var before = current(nadia);
        var draft = draft(nadia, "voucher", 40);
        assertThat(nadia.get(ROUTING + "/diff?from=" + before + "&to="
                                + URLEncoder.encode(draft.get("id").asString(), StandardCharsets.UTF_8))
                        .json())
                .singleElement()
                .returns("added", change -> change.get("kind").asString())
                .returns(1, change -> change.get("to").asInt())
                .returns("About voucher", change -> change.get("annotation").asString());

        var deployed = deploy(nadia, draft);

        assertThat(deployed).returns(200, Answer::status);
        assertThatObject(deployed.json())
                .returns(before + 1, version -> version.get("number").asInt())
                .returns("nadia", version -> version.get("authorId").asString())
                .returns("It was asked for", version -> version.get("reason").asString());
        saysOf(routed("Where is my voucher?"), before + 1, 1, 40);
        assertThat(nadia.get(ROUTING + "/drafts/" + draft.get("id").asString())).returns(404, Answer::status);
        assertThat(as("admin").get("/api/v1/audit?area=RULES").text())
                .contains("TABLE_DEPLOYED", "It was asked for", "\"nadia\"");
        await("the row is counted")
                .until(() -> nadia.get(ROUTING).json().at("/fired/0/count").asInt() == 1);

        var back = as("admin").post(ROUTING + "/rollback", Map.of("version", before, "reason", "It was wrong"));

        assertThat(back).returns(200, Answer::status);
        assertThatObject(back.json())
                .returns(before + 2, version -> version.get("number").asInt())
                .returns(before, version -> version.get("restores").asInt());
        assertThatObject(routed("Where is my voucher now?"))
                .returns(before + 2, decision -> decision.get("version").asInt())
                .returns(0, decision -> decision.at("/outputs/priority").asInt());
        assertThat(nadia.get(ROUTING + "/versions")
                        .json()
                        .valueStream()
                        .map(version -> version.get("number").asInt()))
                .startsWith(before + 2, before + 1, before);
    }

    @Test
    void aWayBackToWhatFailsACaseHasToBeWantedAllTheSame() {
        var nadia = as("nadia");
        var before = current(nadia);
        assertThat(deploy(nadia, draft(nadia, "burning", 80))).returns(200, Answer::status);
        var kept = nadia.post(
                ROUTING + "/cases",
                Map.of(
                        "name", "What burns comes first",
                        "inputs", Map.of("text", "it is burning"),
                        "expected", Map.of("priority", 80)));
        assertThat(kept).returns(201, Answer::status);
        var back = Map.of("version", before, "reason", "It was wrong");

        for (var way : List.of("/rollback", "/planned")) {
            var refused = nadia.post(ROUTING + way, back);

            assertThat(refused).returns(422, Answer::status);
            assertThatObject(refused.json())
                    .returns("CASES_FAIL", problem -> problem.get("code").asString())
                    .returns(
                            "What burns comes first",
                            problem -> problem.at("/outcomes/0/name").asString());
        }
        assertThat(current(nadia)).isEqualTo(before + 1);

        var wanted = new HashMap<String, Object>(back);
        wanted.put("acknowledged", true);
        assertThat(nadia.post(ROUTING + "/rollback", wanted)).returns(200, Answer::status);

        assertThat(current(nadia)).isEqualTo(before + 2);
        assertThat(as("admin")
                        .get("/api/v1/audit?area=RULES")
                        .json()
                        .at("/items/0")
                        .toString())
                .contains("TABLE_ROLLED_BACK", "\"acknowledged\"");
        var id = kept.json().get("id").asString();
        assertThat(nadia.delete(ROUTING + "/cases/" + id)).returns(204, Answer::status);
    }

    @Test
    void theSecondOfTwoAnalystsLearnsWhoWasFaster() {
        var nadia = as("nadia");
        var admin = as("admin");
        var late = draft(nadia, "parcel", 20);
        assertThat(deploy(admin, draft(admin, "refund", 30))).returns(200, Answer::status);
        var current = current(nadia);

        var refused = deploy(nadia, late);

        assertThat(refused).returns(409, Answer::status);
        assertThatObject(refused.json())
                .returns("VERSION_CHANGED", problem -> problem.get("code").asString())
                .returns(current, problem -> problem.get("version").asInt())
                .returns("admin", problem -> problem.at("/by/id").asString());
        assertThat(current(nadia)).isEqualTo(current);
        var id = late.get("id").asString();
        var saved = nadia.get(ROUTING + "/drafts/" + id).json().get("dmn").asString();
        assertThat(admin.put(ROUTING + "/drafts/" + id, Map.of("revision", 2, "dmn", saved)))
                .returns(200, Answer::status);
        assertThat(nadia.put(ROUTING + "/drafts/" + id, Map.of("revision", 2, "dmn", saved)))
                .returns(409, Answer::status)
                .returns("DRAFT_CHANGED", answer -> answer.json().get("code").asString())
                .returns("admin", answer -> answer.json().at("/by/id").asString());
        for (int time = 0; time < 2; time++) {
            assertThat(nadia.delete(ROUTING + "/drafts/" + id)).returns(204, Answer::status);
        }
        assertThat(admin.get("/api/v1/audit?area=RULES").text().split("TABLE_DRAFT_DELETED", -1))
                .as("deleted once, whoever asks twice")
                .hasSize(2);
    }

    @Test
    void aTableOutlivesARestartAndTheLossOfTheEnginesData() {
        var program = agent.http;
        assertThat(deploy(program, draft(program, "restart", 50))).returns(200, Answer::status);
        var current = current(program);

        PUPITRE.stop();
        PUPITRE.start();
        agent.is("ONLINE");

        assertThat(current(program)).isEqualTo(current);
        saysOf(routed("It was a restart"), current, 1, 50);

        PUPITRE.stop();
        PUPITRE.loseBrokersData();
        PUPITRE.start();
        agent.is("ONLINE");

        assertThat(current(program)).isEqualTo(current);
        saysOf(routed("It was another restart"), current, 1, 50);
        assertThatObject(deploy(program, draft(program, "emptied", 60)).json())
                .returns(current + 1, version -> version.get("number").asInt());
        saysOf(routed("The engine was emptied"), current + 1, 1, 60);
    }

    @Test
    void nothingIsDeployedWithoutTheEngineAndItCanBeTriedAgain() {
        var program = agent.http;
        var draft = draft(program, "outage", 70);
        var versions = program.get(ROUTING + "/versions").json();
        try (var _ = PUPITRE.withoutBroker()) {
            var refused = deploy(program, draft);

            assertThat(refused).returns(503, Answer::status);
            assertThatObject(refused.json())
                    .returns(
                            "ENGINE_UNAVAILABLE", problem -> problem.get("code").asString());
            assertThat(program.get(ROUTING + "/versions").json()).isEqualTo(versions);
            assertThat(program.get(ROUTING + "/drafts/" + draft.get("id").asString()))
                    .returns(200, Answer::status);
        }

        await("the engine is there again").until(() -> deploy(program, draft).status() == 200);

        assertThat(program.get(ROUTING + "/versions").json()).hasSize(versions.size() + 1);
        saysOf(routed("After the outage"), current(program), 1, 70);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_XML              | </definitions>               | '<'                        ",
                "DOCTYPE              | <definitions                 | <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><definitions",
                "NOT_DMN              | 20191111/MODEL               | 20180521/MODEL             ",
                "SEVERAL_DECISIONS    | </decision>                  | </decision><decision id=\"more\"/>",
                "OTHER_DECISION       | decision id=\"routing\"      | decision id=\"listening\"  ",
                "OTHER_INPUTS         | <text>campaign</text>        | <text>customer</text>      ",
                "OTHER_OUTPUTS        | name=\"priority\"            | name=\"urgency\"           ",
                "HIT_POLICY           | hitPolicy=\"FIRST\"          | hitPolicy=\"COLLECT\"      "
            })
    void refusesAFileThatIsNotTheTable(String code, String text, String instead) {
        var nadia = as("nadia");
        var dmn = nadia.get(ROUTING).json().at("/current/dmn").asString();
        assertThat(dmn).contains(text);

        var refused = nadia.post(ROUTING + "/drafts", Map.of("dmn", dmn.replace(text, instead)));

        assertThat(refused).returns(422, Answer::status);
        assertThatObject(refused.json())
                .returns(code, problem -> problem.get("code").asString())
                .returns(true, problem -> problem.get("line").asInt() > 0);
    }

    /** Written by camunda-dmn-js: one saved again, the other begun there. */
    @ParameterizedTest
    @ValueSource(strings = {"routing-saved.dmn", "routing-begun.dmn"})
    void aTableOfCamundaModelerIsDeployed(String file) throws IOException {
        var nadia = as("nadia");
        var dmn = new ClassPathResource("modeler/" + file).getContentAsString(StandardCharsets.UTF_8);
        var before = current(nadia);

        var draft = nadia.post(ROUTING + "/drafts", Map.of("dmn", dmn));

        assertThat(draft).returns(201, Answer::status);
        assertThat(deploy(nadia, draft.json())).returns(200, Answer::status);
        saysOf(routed("C'est urgent"), before + 1, 1, 10);
        assertThat(nadia.post(ROUTING + "/rollback", Map.of("version", before, "reason", "As it was")))
                .returns(200, Answer::status);
    }

    @Test
    void refusesAFileOfMoreThanOneMegabyte() {
        var nadia = as("nadia");
        var dmn = nadia.get(ROUTING).json().at("/current/dmn").asString();

        var refused = nadia.post(
                ROUTING + "/drafts",
                Map.of("dmn", dmn.replace("</definitions>", " ".repeat(1 << 20) + "</definitions>")));

        assertThat(refused).returns(422, Answer::status);
        assertThat(refused.json().get("code").asString()).isEqualTo("TOO_LARGE");
    }

    @Test
    void refusesWhatHasNoReasonOrIsNotThere() {
        var nadia = as("nadia");

        assertThat(nadia.post(ROUTING + "/rollback", Map.of("version", 1, "reason", " ")))
                .returns(400, Answer::status);
        assertThat(nadia.post(ROUTING + "/rollback", Map.of("version", 1000, "reason", "Because")))
                .returns(404, Answer::status);
        assertThat(nadia.post(ROUTING + "/deploy", Map.of("draft", "none", "revision", 1, "reason", "Because")))
                .returns(404, Answer::status);
        assertThat(nadia.post(ROUTING + "/drafts", Map.of("basedOn", 1000))).returns(400, Answer::status);
        assertThat(nadia.get("/api/v1/rules/proactive")).returns(404, Answer::status);
        assertThat(nadia.get(ROUTING + "/versions/1000")).returns(404, Answer::status);
        assertThat(nadia.get(ROUTING + "/diff?from=1&to=1000")).returns(404, Answer::status);
        assertThat(as("sofia").post(ROUTING + "/drafts", Map.of())).returns(403, Answer::status);
        assertThat(as("sofia").get(ROUTING)).returns(200, Answer::status);
    }

    @Test
    void showsWhatEachTableDecidesAndWhatItsCellsMayName() {
        var nadia = as("nadia");

        assertThat(nadia.get("/api/v1/rules")
                        .json()
                        .valueStream()
                        .map(table -> table.get("table").asString()))
                .containsExactly("listening", "business-hours", "routing", "messaging-policy");
        var routing = nadia.get(ROUTING).json();
        assertThat(routing.get("description").asString()).startsWith("Who answers");
        assertThatObject(routing.at("/inputs/0"))
                .returns("Campaign", column -> column.get("label").asString())
                .returns("campaign", column -> column.get("expression").asString())
                .returns("default", column -> column.at("/choices/0/value").asString());
        assertThat(routing.at("/inputs/3/choices").isNull()).isTrue();
        assertThat(routing.at("/outputs/2/choices").toString()).contains("\"alice\"", "\"bruno\"");
        assertThat(routing.get("fired")).hasSize(routing.get("rows").asInt());
    }

    @Test
    void theMessagingPolicyTellsWhyAMessageWasSentAndHowOften() {
        var nadia = as("nadia");
        var policy = "/api/v1/rules/messaging-policy";
        var version = current(nadia, policy);
        var customer = Customer.named(PUPITRE.base, "Wants an answer");
        customer.writes("Is anybody there?");
        var id = agent.isGiven(customer);
        assertThat(agent.replies(id, "Yes")).returns(202, Answer::status);

        var decision = await().until(
                        () -> nadia.get("/api/v1/conversations/" + id + "/decisions")
                                .json()
                                .valueStream()
                                .filter(found -> found.get("table").asString().equals("messaging-policy")
                                        && found.at("/inputs/2/value")
                                                .asString()
                                                .equals("human"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();

        var row = decision.get("row").asInt();
        assertThatObject(decision)
                .returns(version, found -> found.get("version").asInt())
                .returns("RESPONSE", found -> found.at("/outputs/type").asString());
        assertThatObject(nadia.post(policy + "/test", Map.of("recorded", decision.get("inputs")))
                        .json())
                .returns(row, trial -> trial.get("row").asInt());
        assertThat(nadia.get(policy).json().at("/fired/" + (row - 1) + "/count").asInt())
                .isPositive();
        var backtest = nadia.post(policy + "/backtest", Map.of("last", 100)).json();
        assertThatObject(await().until(
                                () -> nadia.get(policy + "/backtest/"
                                                + backtest.get("id").asString())
                                        .json(),
                                found -> found.get("state").asString().equals("DONE")))
                .returns(0, found -> found.get("changed").asInt())
                .matches(found -> found.get("decisions").asInt() > 0, "has decided again");
        assertThat(agent.resolves(id)).returns(202, Answer::status);
    }
}
