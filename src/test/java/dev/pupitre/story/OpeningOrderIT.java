package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The desk opens for several who have waited, at which an agent with room for one has been since before. */
class OpeningOrderIT {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int HOURS_INPUTS = 4;

    private final RunningPupitre pupitre = RunningPupitre.shared();
    private final Analyst hours = new Analyst(DeskAgent.loggedIn(pupitre.base, "nadia").http, "business-hours");
    private final int hoursBefore = hours.version();
    private final DeskAgent bruno = DeskAgent.loggedIn(pupitre.base, "bruno");
    private final CatchAll catchAll = new CatchAll(DeskAgent.loggedIn(pupitre.base, "sofia").http);

    @BeforeEach
    void somebodyIsThere() {
        catchAll.change(Map.of("maximumPerAgent", 1));
        bruno.is("ONLINE");
    }

    @AfterEach
    void asItWas() {
        catchAll.restore();
        catchAll.change(Map.of("maximumPerAgent", 0));
        hours.rollsBackTo(hoursBefore);
        bruno.mine()
                .forEach(conversation -> bruno.resolves(conversation.get("id").asString()));
        await().atMost(PATIENCE).until(() -> bruno.mine().isEmpty());
        bruno.is("OFFLINE");
    }

    @Test
    void servesThemByPriorityAndThenAge() {
        catchAll.change(EveningDesk.closed(Map.of("default", "Closed."), "WAIT"));
        var opening = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(4));
        opensAt(opening);

        var oldest = waits("Olga Oldest", "Hello", opening);
        var second = waits("Sam Second", "Hello", opening);
        var urgent = waits("Una Urgent", "This is urgent", opening);

        for (var customer : List.of(urgent, oldest, second)) {
            var given = await().atMost(PATIENCE)
                    .until(
                            bruno::mine,
                            mine -> mine.size() == 1
                                    && mine.getFirst().get("state").asString().equals("ASSIGNED"))
                    .getFirst();
            assertThat(given.at("/customer/id").asString()).isEqualTo(customer.id);
            assertThat(bruno.resolves(given.get("id").asString())).returns(202, Answer::status);
            await().atMost(PATIENCE)
                    .until(() -> bruno.mine().stream()
                            .noneMatch(
                                    mine -> mine.at("/customer/id").asString().equals(customer.id)));
        }
    }

    private void opensAt(Instant opening) {
        var time = DateTimeFormatter.ISO_LOCAL_TIME.format(opening.atZone(EveningDesk.zone()));
        var row = Analyst.row(
                "in-a-moment",
                "Opens in a moment",
                HOURS_INPUTS,
                Map.of(1, "\"office\"", HOURS_INPUTS, "[time(\"%s\")..time(\"23:59:59\")]".formatted(time)),
                "true",
                "null");
        var draft = hours.drafts(hours.withRow(row));
        assertThat(hours.deploys(draft, Map.of("acknowledged", true))).returns(200, Answer::status);
    }

    private Customer waits(String name, String text, Instant opening) {
        var customer = Customer.named(pupitre.base, name);
        customer.writes(text);
        await().atMost(PATIENCE)
                .until(() -> bruno.conversationOf(customer)
                        .filter(open -> open.get("opensAt").asString("").equals(opening.toString()))
                        .isPresent());
        return customer;
    }
}
