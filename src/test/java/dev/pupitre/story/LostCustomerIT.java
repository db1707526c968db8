package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The desk is told whose patience is likely to be at its end. */
class LostCustomerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final HttpSession sofia = DeskAgent.loggedIn(pupitre.base, "sofia").http;
    private final CatchAll catchAll = new CatchAll(sofia);
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");

    @AfterEach
    void leaveNobodyWaiting() {
        catchAll.restore();
        bruno.is("OFFLINE");
    }

    @Test
    void whoWaitedLongerThanTheCampaignSaysCountsAsLost() {
        catchAll.change(Map.of("thresholds", dropout(0)));
        var customer = Customer.named(pupitre.base, "Lou Lost");
        customer.writes("Is anybody there?");
        var waiting = await().atMost(PATIENCE)
                .until(() -> waiting(customer), found -> found.size() == 1)
                .getFirst();
        assertThat(waiting.get("lostAt").isNull()).isTrue();

        catchAll.change(Map.of("thresholds", dropout(1)));

        var lost = await().atMost(PATIENCE)
                .until(
                        () -> waiting(customer),
                        found -> found.size() == 1
                                && !found.getFirst().get("lostAt").isNull())
                .getFirst();
        assertThat(Instant.parse(lost.get("lostAt").asString()))
                .isAfter(Instant.parse(waiting.get("queuedAt").asString()));
        assertThat(lostToday()).isPositive();
        bruno.is("ONLINE");
        var id = bruno.isGiven(customer);
        assertThat(bruno.conversation(id).get("lostAt").isNull())
                .as("it stays on record that they were")
                .isFalse();
        assertThat(bruno.resolves(id)).returns(202, Answer::status);
        await().atMost(PATIENCE).until(() -> bruno.mine().isEmpty());
    }

    private static Map<String, Integer> dropout(int seconds) {
        return Map.of(
                "serviceLevel", 60,
                "serviceLevelTarget", 80,
                "dropout", seconds,
                "longWait", 0,
                "offer", 0,
                "chatTime", 0,
                "idle", 0);
    }

    /** As those who lead see it, of all campaigns. */
    private int lostToday() {
        return sofia.get("/api/v1/monitor")
                .json()
                .get("campaigns")
                .valueStream()
                .mapToInt(campaign -> campaign.get("lost").asInt())
                .sum();
    }

    private List<JsonNode> waiting(Customer customer) {
        return bruno.queue().stream()
                .filter(open -> open.at("/customer/id").asString().equals(customer.id))
                .toList();
    }
}
