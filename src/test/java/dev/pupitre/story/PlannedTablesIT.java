package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Changes of tables that take effect later, or when a second analyst has seen them, over HTTP and on the real broker. */
class PlannedTablesIT {
    private static final PupitreProcess PUPITRE = new PupitreProcess("planned", RunningPupitre.freePort());
    private static final String HOURS = "/api/v1/rules/business-hours";
    private static final String PLANNED = HOURS + "/planned";
    private static final int SOON = 3;

    @BeforeEach
    void start() {
        if (!PUPITRE.isRunning()) {
            PUPITRE.start();
        }
    }

    @AfterAll
    static void end() {
        PUPITRE.close();
    }

    private static HttpSession as(String user) {
        return DeskAgent.loggedIn(PUPITRE.base, user).http;
    }

    /** A draft with this beside its last row. */
    private static JsonNode draft(HttpSession analyst, String note) {
        var dmn = analyst.get(HOURS).json().at("/current/dmn").asString();
        var last = dmn.lastIndexOf("<description>") + "<description>".length();
        var draft = analyst.post(
                HOURS + "/drafts",
                Map.of("dmn", dmn.substring(0, last) + note + dmn.substring(dmn.indexOf("</description>", last))));
        assertThat(draft).returns(201, Answer::status);
        return draft.json();
    }

    private static Map<String, Object> wanted(JsonNode draft, Map<String, Object> more) {
        var wanted = new HashMap<String, Object>(more);
        wanted.put("draft", draft.get("id").asString());
        wanted.put("revision", draft.get("revision").asLong());
        wanted.put("reason", "It was asked for");
        wanted.put("acknowledged", true);
        return wanted;
    }

    private static String plan(HttpSession analyst, JsonNode draft, Map<String, Object> more) {
        var planned = analyst.post(PLANNED, wanted(draft, more));
        assertThat(planned).returns(202, Answer::status);
        return planned.json().get("id").asString();
    }

    private static Map<String, Object> in(int seconds) {
        return Map.of("at", Instant.now().plusSeconds(seconds).toString());
    }

    private static Answer deploy(HttpSession analyst, JsonNode draft) {
        return analyst.post(HOURS + "/deploy", wanted(draft, Map.of()));
    }

    private static int current(HttpSession reader) {
        return reader.get(HOURS).json().at("/current/number").asInt();
    }

    private static JsonNode becomes(HttpSession reader, String id, String state) {
        return await("the plan is " + state)
                .until(
                        () -> reader.get(PLANNED + "/" + id).json(),
                        plan -> plan.get("state").asString().equals(state));
    }

    private static boolean lists(HttpSession reader, String id) {
        return reader.get(PLANNED)
                .json()
                .valueStream()
                .anyMatch(plan -> plan.get("id").asString().equals(id));
    }

    @Test
    void aChangeTakesEffectAtItsTime() {
        var nadia = as("nadia");
        var before = current(nadia);
        var draft = draft(nadia, "Closed at Christmas");

        var id = plan(nadia, draft, in(SOON));

        assertThat(lists(as("sofia"), id)).isTrue();
        assertThat(current(nadia)).isEqualTo(before);
        assertThat(nadia.get(PLANNED + "/" + id + "/diff").json())
                .singleElement()
                .returns("changed", change -> change.get("kind").asString());
        var done = becomes(nadia, id, "DEPLOYED");
        assertThatObject(done)
                .returns(before + 1, plan -> plan.get("version").asInt())
                .returns("nadia", plan -> plan.at("/author/id").asString());
        var now = nadia.get(HOURS).json().get("current");
        assertThatObject(now)
                .returns(before + 1, version -> version.get("number").asInt())
                .returns("nadia", version -> version.get("authorId").asString())
                .returns("It was asked for", version -> version.get("reason").asString());
        assertThat(now.get("dmn").asString()).contains("Closed at Christmas");
        assertThat(nadia.get(HOURS + "/drafts/" + draft.get("id").asString())).returns(404, Answer::status);
        assertThat(lists(nadia, id)).as("among what is planned").isFalse();
        assertThat(as("admin").get("/api/v1/audit?area=RULES").text())
                .contains("TABLE_DEPLOYMENT_PLANNED", "TABLE_DEPLOYED");
    }

    @Test
    void whatIsCancelledNeverTakesEffect() throws InterruptedException {
        var nadia = as("nadia");
        var before = current(nadia);
        var draft = draft(nadia, "Never");
        var unexplained = wanted(draft, in(SOON));
        unexplained.put("reason", " ");
        assertThat(nadia.post(PLANNED, unexplained)).returns(400, Answer::status);
        var id = plan(nadia, draft, in(SOON));

        assertThat(as("admin").post(PLANNED + "/" + id + "/cancel", Map.of())).returns(202, Answer::status);

        Thread.sleep(Duration.ofSeconds(SOON + 3));
        assertThat(current(nadia)).isEqualTo(before);
        assertThatObject(nadia.get(PLANNED + "/" + id).json())
                .returns("CANCELLED", plan -> plan.get("state").asString())
                .returns("admin", plan -> plan.at("/ended/by/id").asString());
        assertThat(nadia.post(PLANNED + "/" + id + "/cancel", Map.of()))
                .returns(409, Answer::status)
                .returns("TOO_LATE", refused -> refused.json().get("code").asString());
        assertThat(nadia.delete(HOURS + "/drafts/" + draft.get("id").asString()))
                .as("the draft stays")
                .returns(204, Answer::status);
    }

    @Test
    void whoeverDeploysMeanwhileKeepsItBack() {
        var nadia = as("nadia");
        var admin = as("admin");
        var draft = draft(nadia, "Late");
        var id = plan(nadia, draft, in(SOON));
        assertThat(deploy(admin, draft(admin, "Faster"))).returns(200, Answer::status);
        var current = current(nadia);

        var failed = becomes(nadia, id, "FAILED");

        assertThatObject(failed.get("failure"))
                .returns("VERSION_CHANGED", failure -> failure.get("code").asString());
        assertThat(current(nadia)).isEqualTo(current);
        assertThat(lists(nadia, id)).as("its analyst sees why").isTrue();
        assertThat(nadia.get(HOURS + "/drafts/" + draft.get("id").asString())).returns(200, Answer::status);
    }

    @Test
    void anotherAnalystApprovesAndNobodyTheirOwn() {
        var nadia = as("nadia");
        var before = current(nadia);
        var id = plan(nadia, draft(nadia, "Seen by two"), Map.of("approval", true));

        assertThat(nadia.post(PLANNED + "/" + id + "/approve", Map.of()))
                .returns(403, Answer::status)
                .returns("OWN_CHANGE", refused -> refused.json().get("code").asString());
        assertThat(as("sofia").post(PLANNED + "/" + id + "/approve", Map.of())).returns(403, Answer::status);
        assertThat(current(nadia)).isEqualTo(before);
        assertThat(as("admin").post(PLANNED + "/" + id + "/approve", Map.of("comment", "Good")))
                .returns(202, Answer::status);

        assertThatObject(becomes(nadia, id, "DEPLOYED"))
                .returns("admin", plan -> plan.at("/approved/by/id").asString())
                .returns("Good", plan -> plan.at("/approved/comment").asString());
        assertThat(current(nadia)).isEqualTo(before + 1);
    }

    @Test
    void whatIsRefusedSaysWhyAndItsDraftStays() {
        var nadia = as("nadia");
        var admin = as("admin");
        var draft = draft(nadia, "Refused");
        var id = plan(nadia, draft, Map.of("approval", true));

        assertThat(admin.post(PLANNED + "/" + id + "/refuse", Map.of("comment", " ")))
                .returns(400, Answer::status);
        assertThat(admin.post(PLANNED + "/" + id + "/refuse", Map.of("comment", "Not in December")))
                .returns(202, Answer::status);

        assertThatObject(becomes(nadia, id, "REFUSED"))
                .returns("Not in December", plan -> plan.at("/ended/comment").asString());
        assertThat(admin.post(PLANNED + "/" + id + "/approve", Map.of()))
                .returns(409, Answer::status)
                .returns("NOT_PENDING", refused -> refused.json().get("code").asString());
        assertThat(nadia.get(HOURS + "/drafts/" + draft.get("id").asString())).returns(200, Answer::status);
    }

    @Test
    void refusesATimeThatIsNoneAndADraftThatIsPlanned() {
        var nadia = as("nadia");
        var draft = draft(nadia, "Once only");

        assertThat(nadia.post(PLANNED, wanted(draft, in(-1)))).returns(400, Answer::status);
        assertThat(nadia.post(PLANNED, wanted(draft, in(400 * 24 * 3600)))).returns(400, Answer::status);
        assertThat(nadia.post(PLANNED, Map.of("reason", "Nothing meant"))).returns(400, Answer::status);
        var id = plan(nadia, draft, in(3600));
        assertThat(nadia.post(PLANNED, wanted(draft, in(7200))))
                .returns(409, Answer::status)
                .returns(
                        "ALREADY_PLANNED", refused -> refused.json().get("code").asString());
        assertThat(nadia.post(PLANNED + "/" + id + "/cancel", Map.of())).returns(202, Answer::status);
    }

    @Test
    void whereEveryChangeNeedsApprovalARestartKeepsWhatWasPlanned() {
        var program = as("admin");
        var before = current(program);
        var at = Instant.now().plusSeconds(20).toString();
        var alone = plan(program, draft(program, "Planned by one alone"), Map.of("at", at));
        var kept = plan(program, draft(program, "Planned before the restart"), Map.of("at", at, "approval", true));
        assertThat(as("nadia").post(PLANNED + "/" + kept + "/approve", Map.of()))
                .returns(202, Answer::status);
        PUPITRE.stop();
        PUPITRE.start("--pupitre.rules.approval=true");
        var nadia = as("nadia");
        var admin = as("admin");

        becomes(nadia, kept, "DEPLOYED");
        assertThatObject(becomes(nadia, alone, "FAILED"))
                .returns("APPROVAL_NEEDED", plan -> plan.at("/failure/code").asString());
        assertThat(current(nadia)).isEqualTo(before + 1);
        var draft = draft(nadia, "Needs another");
        assertThat(deploy(nadia, draft))
                .returns(409, Answer::status)
                .returns(
                        "APPROVAL_NEEDED", refused -> refused.json().get("code").asString());
        assertThat(nadia.post(HOURS + "/rollback", Map.of("version", before, "reason", "Back")))
                .returns(409, Answer::status);
        assertThat(nadia.get(HOURS).json().get("approval").asBoolean()).isTrue();

        var back = nadia.post(PLANNED, Map.of("version", before, "reason", "Back"));

        assertThat(back).returns(202, Answer::status);
        assertThat(back.json().get("state").asString()).isEqualTo("PENDING_APPROVAL");
        var id = back.json().get("id").asString();
        assertThat(admin.post(PLANNED + "/" + id + "/approve", Map.of())).returns(202, Answer::status);
        becomes(nadia, id, "DEPLOYED");
        assertThatObject(nadia.get(HOURS).json().get("current"))
                .returns(before, version -> version.get("restores").asInt());
    }
}
