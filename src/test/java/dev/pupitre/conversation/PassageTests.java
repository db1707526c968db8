package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.conversation.Passage.Step;
import dev.pupitre.engine.DecisionTables;
import dev.pupitre.engine.PackagedTables;
import dev.pupitre.engine.ProcessModels;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of a conversation through its process, as far as the store knows it. */
class PassageTests {
    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void leadsToTheAgentWhoAnswers() {
        var id = decided();
        room.conversations.queue(id, CAMPAIGN, 0, null, null);
        assertThat(way(id)).endsWith("wait").doesNotContain("answer");

        room.conversations.assign(id, ALICE.id(), ALICE.displayName());

        assertThat(way(id))
                .startsWith("started", "listen", "listened", "prepare")
                .endsWith("answer");
    }

    @Test
    void tellsAtWhichElementWhichDecisionWasTaken() {
        assertThat(Passage.of(room.conversations.stored(decided()), room.clock.instant()))
                .filteredOn(step -> step.decision() != null)
                .extracting(Step::element, Step::decision)
                .containsExactly(tuple("listen", 0), tuple("route", 1));
    }

    @Test
    void goesBackToWhoAnswersWhenItIsHandedOn() {
        var id = room.givenToAlice("1");
        room.conversations.release(id, ALICE.id(), Target.queue(), null, null);

        assertThat(way(id)).contains("released", "who");
    }

    @Test
    void endsWithWhatTheCustomerWasAskedAndAnswered() {
        var id = over("1");
        room.recordings.append(id, line(id, null));
        assertThat(way(id)).endsWith("close", "reopened", "ask-it", "ask", "asked", "rating");

        room.recordings.rated(id, 4);

        assertThat(way(id)).endsWith("rating", "rated");
    }

    @Test
    void endsWhereTheCustomerCouldNotBeAsked() {
        var id = over("1");

        room.recordings.append(
                id, line(id, Reason.of(ReasonCode.CUSTOMER_ELSEWHERE).notSent("survey")));

        assertThat(way(id)).endsWith("ask", "asked", "not-asked");
    }

    @Test
    void endsADayAfterTheQuestionWhenNobodyAnswersIt() {
        var id = over("1");
        room.recordings.append(id, line(id, null));
        room.clock.advance(Duration.ofHours(23));
        assertThat(way(id)).endsWith("rating");

        room.clock.advance(Duration.ofHours(2));

        assertThat(way(id)).endsWith("rating", "unrated", "no-rating");
    }

    @Test
    void endsWithoutAQuestionWhenNoneWasAskedForAMinute() {
        var id = over("1");
        assertThat(way(id)).as("it may still come").endsWith("close", "reopened", "ask-it");

        room.clock.advance(Duration.ofMinutes(2));

        assertThat(way(id)).endsWith("ask-it", "closed");
    }

    private ConversationId over(String customer) {
        var id = room.givenToAlice(customer);
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
        return id;
    }

    /** As the survey leaves it with the recording: the question, or why there was none. */
    private StoredMessage line(ConversationId id, @Nullable Happening notSent) {
        var message = new MessageId("asked-" + id);
        var key = id + ":survey";
        room.clock.advance(Duration.ofSeconds(1));
        var now = room.clock.instant();
        return notSent == null
                ? StoredMessage.queued(
                        message,
                        key,
                        Author.system(),
                        "Were you happy with us?",
                        now,
                        StoredMessage.Extras.sending(new Sending(Via.MESSENGER, null, null, List.of(), null)))
                : StoredMessage.line(message, key, notSent, now);
    }

    @Test
    void namesElementsOfTheModelOnly() {
        var model = new ProcessModels().get("conversation").xml();
        var elements = new ArrayList<>(way(decided()));
        var given = room.givenToAlice("2");
        room.resolutions.resolve(ALICE, given, null);
        elements.addAll(way(given));
        var asked = over("3");
        room.recordings.append(asked, line(asked, null));
        room.recordings.rated(asked, 4);
        elements.addAll(way(asked));
        elements.add("not-asked");
        var unasked = over("4");
        var unanswered = over("5");
        room.recordings.append(unanswered, line(unanswered, null));
        room.clock.advance(Duration.ofDays(2));
        elements.addAll(way(unasked));
        elements.addAll(way(unanswered));
        elements.add("closed-away");

        assertThat(elements)
                .isNotEmpty()
                .allSatisfy(element -> assertThat(model).contains("id=\"" + element + "\""));
    }

    @Test
    void ofADecisionKeepsWhatTheTableWasAsked() {
        var decisions = new Decisions(PackagedTables.decisionTables(), room.live, room.course, room.clock);

        var decision = decisions.foresee(
                "business-hours",
                Map.of("schedule", "office", "localDate", "2026-03-02", "weekday", "Monday", "localTime", "10:00:00"));

        assertThat(decision.inputs()).extracting(DecisionTables.Input::value).contains("office", "Monday");
    }

    private List<String> way(ConversationId id) {
        return Passage.of(room.conversations.stored(id), room.clock.instant()).stream()
                .map(Step::element)
                .toList();
    }

    private ConversationId decided() {
        room.customerWrites("9", "9-first", "Hello");
        var id = room.openWith("9", 1).conversationId();
        room.course.decided(id, List.of(decision("listening"), decision("routing")));
        return id;
    }

    private Decision decision(String table) {
        return new Decision(table, 1, 1, null, Map.of(), List.of(), null, null, room.clock.instant());
    }
}
