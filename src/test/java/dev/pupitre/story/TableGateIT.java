package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import dev.pupitre.story.HttpSession.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

/** What keeps a table back keeps it back at the server, whatever the screens allow: now, and when it is planned. */
class TableGateIT {
    private static final int INPUTS = 11;
    private static final int CAMPAIGN = 1;
    private static final int TEXT = 4;

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final Analyst nadia = new Analyst(DeskAgent.loggedIn(pupitre.base, "nadia").http, "routing");
    private JsonNode before = nadia.current();

    @BeforeEach
    @AfterEach
    void asItWas() {
        for (var kind : new String[] {"/cases/", "/drafts/"}) {
            nadia.http
                    .get(nadia.table + kind.substring(0, kind.length() - 1))
                    .json()
                    .forEach(one -> assertThat(nadia.http.delete(
                                    nadia.table + kind + one.get("id").asString()))
                            .returns(204, Answer::status));
        }
        nadia.rollsBackTo(before.get("number").asInt());
        before = nadia.current();
    }

    private static String row(Map<Integer, String> inputs) {
        return Analyst.row("gated", "Kept back", INPUTS, inputs, "null", "null", "null", "null", "40");
    }

    /** At once, or in an hour. */
    private static Map<String, Object> with(String way, Map<String, Object> more) {
        var wanted = new HashMap<>(more);
        if (way.equals("planned")) {
            wanted.put("at", Instant.now().plus(Duration.ofHours(1)).toString());
        }
        return wanted;
    }

    private Answer sent(String way, JsonNode draft, Map<String, Object> more) {
        return nadia.http.post(nadia.table + "/" + way, Analyst.wanted(draft, with(way, more)));
    }

    private JsonNode keptBack(String way, JsonNode draft, Map<String, Object> more, String code) {
        var versions = nadia.http.get(nadia.table + "/versions").json();

        var refused = sent(way, draft, more);

        assertThat(refused)
                .returns(422, Answer::status)
                .returns(code, answer -> answer.json().get("code").asString());
        assertThat(nadia.http.get(nadia.table + "/versions").json()).isEqualTo(versions);
        assertThatObject(nadia.http
                        .get(nadia.table + "/drafts/" + draft.get("id").asString())
                        .json())
                .as("the draft stays as it is")
                .returns(draft.get("revision"), kept -> kept.get("revision"))
                .returns(draft.get("dmn"), kept -> kept.get("dmn"));
        assertThat(nadia.http.get(nadia.table + "/planned").json().valueStream())
                .noneMatch(plan -> plan.get("state").asString().equals("SCHEDULED"));
        return refused.json();
    }

    private static Stream<String> codes(JsonNode refused) {
        return refused.get("findings")
                .valueStream()
                .map(finding -> finding.get("code").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "planned"})
    void aTableWithErrors(String way) {
        var draft = nadia.drafts(nadia.withRow(row(Map.of(TEXT, "voucher"))));

        var refused = keptBack(way, draft, Map.of("acknowledged", true), "TABLE_HAS_ERRORS");

        assertThat(codes(refused)).containsExactly("UNKNOWN_NAME");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "planned"})
    void aTableThatFailsACase(String way) {
        var kept = nadia.http.post(
                nadia.table + "/cases",
                Map.of(
                        "name", "Vouchers are not urgent",
                        "inputs", Map.of("text", "my voucher"),
                        "expected", Map.of("priority", 0)));
        assertThat(kept).returns(201, Answer::status);
        var draft = nadia.drafts(nadia.withRow(row(Map.of(TEXT, "contains(?, \"voucher\")"))));

        var refused = keptBack(way, draft, Map.of("acknowledged", true), "CASES_FAIL");

        assertThat(refused.get("outcomes"))
                .singleElement()
                .satisfies(outcome -> assertThatObject(outcome)
                        .returns(
                                "Vouchers are not urgent",
                                failing -> failing.get("name").asString())
                        .returns(1, failing -> failing.get("row").asInt())
                        .returns(40, failing -> failing.at("/outputs/priority").asInt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deploy", "planned"})
    void aTableWithWarningsThatNobodyHasSeen(String way) {
        var draft = nadia.drafts(nadia.withRow(row(Map.of(CAMPAIGN, "\"no-such-campaign\""))));

        var refused = keptBack(way, draft, Map.of("acknowledged", false), "WARNINGS_NOT_ACKNOWLEDGED");
        keptBack(way, draft, Map.of(), "WARNINGS_NOT_ACKNOWLEDGED");

        assertThat(codes(refused)).containsExactly("UNKNOWN_CAMPAIGN");
    }

    @Test
    void warningsThatWereSeenKeepNothingBack() {
        var dmn = nadia.withRow(row(Map.of(CAMPAIGN, "\"no-such-campaign\"")));
        var planned = sent("planned", nadia.drafts(dmn), Map.of("acknowledged", true));
        assertThat(planned).returns(202, Answer::status);
        assertThat(nadia.http.post(
                        nadia.table + "/planned/" + planned.json().get("id").asString() + "/cancel", Map.of()))
                .returns(202, Answer::status);

        var deployed = sent("deploy", nadia.drafts(dmn), Map.of("acknowledged", true));

        assertThat(deployed).returns(200, Answer::status);
        assertThat(nadia.version()).isEqualTo(before.get("number").asInt() + 1);
    }

    @Test
    void whatCamundaModelerWritesIsTakenByTheEngine() throws IOException {
        var modeler = new ClassPathResource("modeler/routing.dmn").getContentAsString(StandardCharsets.UTF_8);

        var draft = nadia.drafts(modeler);

        assertThat(draft.get("renamed").asString()).isEqualTo("Definitions_1k6x0tq");
        assertThat(sent("deploy", draft, Map.of("acknowledged", true))).returns(200, Answer::status);
        assertThat(nadia.current().get("dmn").asString())
                .isEqualTo(modeler.replace("Definitions_1k6x0tq", "routing-model"));
    }
}
