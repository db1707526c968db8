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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        assertThat(Passage.of(room.conversations.stored(decided())))
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
    void namesElementsOfTheModelOnly() {
        var model = new ProcessModels().get("conversation").xml();
        var elements = new ArrayList<>(way(decided()));
        var given = room.givenToAlice("2");
        room.resolutions.resolve(ALICE, given, null);
        elements.addAll(way(given));

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
        return Passage.of(room.conversations.stored(id)).stream()
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
