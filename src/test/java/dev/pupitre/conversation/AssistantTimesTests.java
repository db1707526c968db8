package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.conversation.AgentTurn.Conclusion;
import dev.pupitre.conversation.Automation.Outcome;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How soon an AI agent answers, by a clock of its own: the desk closes at six on Fridays, and the AI agent does not. */
class AssistantTimesTests {
    private static final Instant FRIDAY = Instant.parse("2026-03-06T16:50:00Z");

    private final AssistedRoom room = new AssistedRoom();
    private final AiAgent agent = room.agent();

    @BeforeEach
    void isAlmostTheEndOfTheWeek() {
        room.clock().advance(Duration.between(room.clock().instant(), FRIDAY));
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void runFromTheMessageToItsAnswerAndDoNotStopWhenTheDeskCloses() {
        var id = room.opened(new CampaignId("shop"), "Hello");

        answersAfter(Duration.ofMinutes(30), id);

        assertThat(room.automation().times()).isEqualTo(new AssistantTimes(1_800_000L, 0, 0, 0));
    }

    @Test
    void tellTheFirstFromTheLaterOnes() {
        var id = room.opened(new CampaignId("shop"), "Hello");
        answersAfter(Duration.ofMillis(1_500), id);
        room.clock().advance(Duration.ofHours(60));
        room.write("And on Sunday?");
        answersAfter(Duration.ofSeconds(4), id);
        room.write("Thanks");
        answersAfter(Duration.ofSeconds(2), id);

        assertThat(room.automation().times()).isEqualTo(new AssistantTimes(1_500L, 2, 6_000, 4_000));
    }

    @Test
    void runFromTheFirstOfSeveralMessages() {
        var id = room.opened(new CampaignId("shop"), "Hello");
        room.clock().advance(Duration.ofSeconds(10));
        room.write("Are you open?");

        answersAfter(Duration.ofSeconds(5), id);

        assertThat(room.automation().times()).isEqualTo(new AssistantTimes(15_000L, 0, 0, 0));
    }

    @Test
    void beginWhenItIsGivenWhatWaitedForOthers() {
        var id = room.opened(new CampaignId("shop"), "Hello");
        room.giveToAlice(id);
        room.clock().advance(Duration.ofMinutes(20));
        room.handOn(id, Target.assistant());

        answersAfter(Duration.ofSeconds(3), id);

        assertThat(room.automation().times()).isEqualTo(new AssistantTimes(3_000L, 0, 0, 0));
    }

    @Test
    void areNotOfWhatItLeavesToHumansWithoutAWord() {
        var id = room.opened(new CampaignId("shop"), "A human, please");

        concludes(id, Outcome.HAND_OFF, List.of());

        assertThat(room.automation().times()).isNull();
    }

    private void answersAfter(Duration time, ConversationId id) {
        room.clock().advance(time);
        concludes(id, Outcome.ANSWERED, List.of("Here you are"));
    }

    private void concludes(ConversationId id, Outcome outcome, List<String> texts) {
        var turn = agent.turn(id).orElseThrow();
        var heard = turn.unheard().getLast().id();
        var conclusion = new Conclusion(outcome, turn.heard(), heard, texts, "ANSWERED", Map.of());
        assertThat(agent.conclude(id, conclusion)).contains(outcome);
    }
}
