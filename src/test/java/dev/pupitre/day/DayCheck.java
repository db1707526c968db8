package dev.pupitre.day;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.day.Visit.Outcome;
import dev.pupitre.story.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import tools.jackson.databind.JsonNode;

/** Compares what the day did with what the desk, Facebook and the broker tell of it in the end: all of it, exactly. */
final class DayCheck {
    private static final int AT_ONCE = 200;
    private static final Duration UNTIL_NO_SURVEY_IS_AWAITED = Duration.ofHours(25);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final DayPupitre pupitre;
    private final HttpSession program;
    private final MongoTemplate store;
    private final long processesBefore;

    /** To be made before the day begins. */
    DayCheck(DayPupitre pupitre) {
        this.pupitre = pupitre;
        this.program = pupitre.program();
        this.store = pupitre.store();
        this.processesBefore = underWay();
    }

    void exactly(DayRecord record) {
        var conversations = conversations();
        var byId = new HashMap<String, JsonNode>();
        conversations.forEach(conversation -> byId.put(conversation.get("id").asString(), conversation));
        assertThat(byId.keySet())
                .as("conversations, each of one arrival")
                .hasSize(record.scenario.arrivals())
                .isEqualTo(new HashSet<>(
                        record.visits.stream().map(Visit::conversation).toList()));
        assertThat(conversations).allMatch(one -> one.get("state").asString().equals("CLOSED"));
        var lost = lost();
        Map<Outcome, Long> outcomes = conversations.stream().collect(groupingBy(one -> outcome(one, lost), counting()));
        assertThat(outcomes).as("what became of them, by the desk's own marks").isEqualTo(record.outcomes());
        assertThat(conversations.stream().filter(DayCheck::isInTime).count())
                .as("answered within the service level, by the desk's own marks")
                .isEqualTo(record.visits.stream().filter(Visit::isInTime).count());
        Map<String, Long> handled = conversations.stream()
                .collect(groupingBy(one -> one.at("/assignee/id").asString(), counting()));
        assertThat(handled).as("handled by each agent").isEqualTo(record.handled());
        messages(record);
        surveys(record);
        nothingIsLeft();
        processes(record);
    }

    private void messages(DayRecord record) {
        assertThat(new HttpSession(pupitre.base).get("/sandbox/api/sent").json().size())
                .as("messages that Facebook was given")
                .isEqualTo(record.sent());
        var seen = store.findAll(Document.class, "recordings").stream()
                .map(Seen::new)
                .toList();
        assertThat(seen.stream().mapToInt(Seen::received).sum()).as("received").isEqualTo(record.received());
        assertThat(seen.stream().mapToInt(Seen::sent).sum()).as("sent").isEqualTo(record.sent());
        assertThat(seen).as("sent, and told to have arrived").allMatch(Seen::allArrived);
    }

    private void surveys(DayRecord record) {
        var surveys = store.findAll(Document.class, "surveys");
        assertThat(surveys).as("surveys asked").hasSize(record.surveyed());
        assertThat(surveys.stream()
                        .filter(survey -> survey.get("score") != null)
                        .count())
                .as("surveys answered")
                .isEqualTo(record.scored());
        assertThat(surveys.stream()
                        .mapToInt(survey -> survey.getInteger("score", 0))
                        .sum())
                .as("scores in sum")
                .isEqualTo(record.scores());
    }

    private void nothingIsLeft() {
        for (var collection : List.of("inbox", "outbox", "live", "waiting", "admissions", "fetches")) {
            assertThat(store.getCollection(collection).countDocuments())
                    .as(collection)
                    .isZero();
        }
        assertThat(program.get("/api/v1/queue").json().get("total").asInt())
                .as("queue")
                .isZero();
        assertThat(store.findAll(Document.class, "agents"))
                .allSatisfy(agent -> assertThat(agent.getInteger("free"))
                        .as("free places of %s", agent.get("_id"))
                        .isEqualTo(agent.getInteger("capacity")));
    }

    /** Those that wait for the answer to a survey end a day later. */
    private void processes(DayRecord record) {
        pupitre.clock.moveTo(pupitre.clock.instant().plus(UNTIL_NO_SURVEY_IS_AWAITED));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(underWay()).as("processes under way").isEqualTo(processesBefore));
        var broker = pupitre.broker;
        assertThat(broker.incidents()).as("incidents").isZero();
        var closedAtFirst =
                record.visits.stream().filter(visit -> visit.cameWhileClosed).count();
        var expected = Map.of(
                "send-away-message",
                closedAtFirst,
                "prepare-conversation",
                record.visits.size() + closedAtFirst,
                "queue-conversation",
                (long) record.visits.size() + record.transfers + record.givenBack,
                "close-conversation",
                (long) record.visits.size(),
                "ask-survey",
                (long) record.visits.size());
        var done = new HashMap<String, Long>();
        expected.keySet().forEach(type -> done.put(type, broker.jobs(type, "completed")));
        assertThat(done).as("jobs that the processes had done").isEqualTo(expected);
    }

    private long underWay() {
        return pupitre.broker.processes("activated") - pupitre.broker.processes("completed");
    }

    private List<JsonNode> conversations() {
        var all = new ArrayList<JsonNode>();
        for (int page = 0; ; page++) {
            var items = program.get("/api/v1/conversations?size=%d&page=%d".formatted(AT_ONCE, page))
                    .json()
                    .get("items");
            items.forEach(all::add);
            if (items.size() < AT_ONCE) {
                return all;
            }
        }
    }

    /** No call tells of this mark. */
    private Set<String> lost() {
        var lost = new HashSet<String>();
        store.findAll(Document.class, "recordings").stream()
                .map(Seen::new)
                .filter(Seen::isLost)
                .forEach(seen -> lost.add(seen.conversation()));
        return lost;
    }

    private static Outcome outcome(JsonNode conversation, Set<String> lost) {
        var answered = conversation.get("firstResponseAt");
        var over = answered.isNull() ? conversation.get("closedAt") : answered;
        if (Instant.parse(over.asString()).isAfter(Hours.monday(Plans.LAST))) {
            return Outcome.NEXT_OPENING;
        }
        if (lost.contains(conversation.get("id").asString())) {
            return Outcome.LOST;
        }
        if (answered.isNull()) {
            return Outcome.WITHDRAWN;
        }
        return isInTime(conversation) ? Outcome.IN_TIME : Outcome.LATER;
    }

    private static boolean isInTime(JsonNode conversation) {
        var answered = conversation.get("firstResponseAt");
        var due = conversation.get("firstResponseDueAt");
        return !answered.isNull() && !Instant.parse(answered.asString()).isAfter(Instant.parse(due.asString()));
    }
}
