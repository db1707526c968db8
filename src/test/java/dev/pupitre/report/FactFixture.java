package dev.pupitre.report;

import dev.pupitre.conversation.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts that differ from a usual answered one in what a test says. */
final class FactFixture {
    private FactFixture() {}

    static Fact answered(String id, String openedAt, int firstResponse, boolean inTime) {
        return new Fact(
                id,
                1,
                Instant.parse(openedAt).getEpochSecond(),
                Channel.MESSENGER,
                "alice",
                Fact.Outcome.ANSWERED,
                firstResponse / 2,
                firstResponse / 4,
                firstResponse,
                firstResponse,
                firstResponse,
                null,
                600,
                inTime,
                false,
                null,
                false,
                List.of("listening:1:2", "routing:1:1"),
                null);
    }

    /** One whose customer waited so long for a human, perhaps after an AI agent. */
    static Fact waited(String id, boolean assistant, @Nullable Integer waiting, @Nullable Integer inHours) {
        return new Fact(
                id,
                1,
                Instant.parse("2026-03-28T10:00:00Z").getEpochSecond(),
                Channel.MESSENGER,
                "alice",
                Fact.Outcome.ANSWERED,
                waiting,
                inHours,
                null,
                null,
                null,
                null,
                null,
                null,
                assistant,
                null,
                false,
                List.of(),
                null);
    }

    static Fact with(Fact fact, Fact.Outcome outcome, @Nullable Integer score, @Nullable String source) {
        var answered = outcome == Fact.Outcome.ANSWERED;
        return new Fact(
                fact.id(),
                fact.version(),
                fact.openedAt(),
                fact.channel(),
                answered ? fact.agent() : null,
                outcome,
                answered ? fact.waiting() : null,
                answered ? fact.waitingInHours() : null,
                answered ? fact.firstResponse() : null,
                answered ? fact.firstResponseInHours() : null,
                answered ? fact.firstAnswer() : null,
                fact.assistantResponse(),
                answered ? fact.handling() : null,
                answered ? fact.inTime() : null,
                outcome == Fact.Outcome.CONTAINED,
                score,
                score != null,
                fact.rules(),
                source);
    }
}
