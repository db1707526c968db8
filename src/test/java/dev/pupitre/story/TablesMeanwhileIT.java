package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables are deployed while a conversation is under way. */
class TablesMeanwhileIT {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int HOURS_INPUTS = 4;
    private static final int ROUTING_INPUTS = 11;

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private final Analyst hours = new Analyst(nadia, "business-hours");
    private final Analyst routing = new Analyst(nadia, "routing");
    private final int hoursBefore = hours.version();
    private final int routingBefore = routing.version();
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
    private final CatchAll catchAll = new CatchAll(DeskAgent.loggedIn(pupitre.base, "sofia").http);

    @BeforeEach
    void somebodyIsThere() {
        bruno.is("ONLINE");
    }

    @AfterEach
    void asItWas() {
        catchAll.restore();
        hours.rollsBackTo(hoursBefore);
        routing.rollsBackTo(routingBefore);
        bruno.mine()
                .forEach(conversation -> bruno.resolves(conversation.get("id").asString()));
        await().atMost(PATIENCE).until(() -> bruno.mine().isEmpty());
        bruno.is("OFFLINE");
    }

    @Test
    void theNextQuestionsOfAConversationThatWaitsGoToTheNewVersions() {
        var zone = EveningDesk.zone();
        catchAll.change(EveningDesk.closed(Map.of("default", "Closed."), "WAIT"));
        var opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(4));
        var whenItOpens = "[time(\"%s\")..time(\"23:59:59\")]"
                .formatted(DateTimeFormatter.ISO_LOCAL_TIME.format(opening.atZone(zone)));
        deployed(hours, opens("first", "Opens in a moment", whenItOpens));
        var customer = Customer.named(pupitre.base, "Wally Waiting");
        customer.writes("Are you there?");
        var id = waiting(customer, opening);

        deployed(hours, opens("second", "Changed while somebody waits", whenItOpens));
        deployed(
                routing,
                Analyst.row(
                        "meanwhile",
                        "Routed by the new one",
                        ROUTING_INPUTS,
                        Map.of(),
                        "null",
                        "null",
                        "null",
                        "null",
                        "77"));

        await().atMost(PATIENCE)
                .until(() -> bruno.conversation(id).get("state").asString().equals("ASSIGNED"));
        assertThat(decisions(id, "business-hours"))
                .satisfiesExactly(
                        before -> says(before, hoursBefore + 1, "Closed", false),
                        after -> says(after, hoursBefore + 2, "Changed while somebody waits", true));
        assertThat(decisions(id, "routing"))
                .singleElement()
                .returns(routingBefore + 1, decision -> decision.get("version").asInt())
                .returns(77, decision -> decision.at("/outputs/priority").asInt());
    }

    private static void deployed(Analyst analyst, String row) {
        var draft = analyst.drafts(analyst.withRow(row));
        assertThat(analyst.deploys(draft, Map.of("acknowledged", true))).returns(200, Answer::status);
    }

    private static String opens(String id, String note, String when) {
        return Analyst.row(id, note, HOURS_INPUTS, Map.of(1, "\"office\"", HOURS_INPUTS, when), "true", "null");
    }

    private String waiting(Customer customer, Instant opening) {
        return await().atMost(PATIENCE)
                .until(
                        () -> bruno.conversationOf(customer)
                                .filter(open -> !open.get("opensAt").isNull()),
                        Optional::isPresent)
                .map(open -> {
                    assertThat(open.get("opensAt").asString()).isEqualTo(opening.toString());
                    return open.get("id").asString();
                })
                .orElseThrow();
    }

    private List<JsonNode> decisions(String id, String table) {
        return bruno.http
                .get("/api/v1/conversations/" + id + "/decisions")
                .json()
                .valueStream()
                .filter(decision -> decision.get("table").asString().equals(table))
                .toList();
    }

    private static void says(JsonNode decision, int version, String note, boolean open) {
        assertThatObject(decision)
                .returns(version, found -> found.get("version").asInt())
                .returns(note, found -> found.get("description").asString())
                .returns(open, found -> found.at("/outputs/open").asBoolean());
    }
}
