package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.story.HttpSession.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The broker is killed and kept away: those who lead are told so, and all goes on by itself when it is there again. */
class StuckWithoutBrokerIT {
    private static final PupitreProcess PUPITRE = new PupitreProcess(
            "stuck-without-broker",
            RunningPupitre.freePort(),
            "--pupitre.watchdog.patience=5s",
            "--pupitre.watchdog.interval=1s",
            "--pupitre.conversation.sweep-interval=1s",
            "--pupitre.conversation.left-behind-after=2s");

    private final DeskAgent agent = DeskAgent.withToken(PUPITRE.base);

    @AfterAll
    static void end() {
        PUPITRE.close();
    }

    @Test
    void saysThatTheEngineIsDownAndGoesOnWhenItIsBack() {
        PUPITRE.start();
        agent.is("ONLINE");
        var customer = Customer.named(PUPITRE.base, "Patient");
        try (var _ = PUPITRE.withoutBroker()) {
            customer.writes("Hello");

            await().untilAsserted(() -> assertThat(stuck())
                    .singleElement()
                    .returns("ENGINE_DOWN", one -> one.at("/cause/kind").asString())
                    .returns("DECIDE", one -> one.get("step").asString())
                    .returns("TELL_AGAIN", one -> one.get("remedy").asString()));
        }

        var id = agent.isGiven(customer);
        await().until(() -> stuck().isEmpty());
        assertThat(agent.resolves(id)).returns(202, Answer::status);
        await().until(() -> agent.conversation(id).get("state").asString().equals("CLOSED"));
    }

    private List<JsonNode> stuck() {
        return agent.http.get("/api/v1/monitor/stuck").json().valueStream().toList();
    }
}
