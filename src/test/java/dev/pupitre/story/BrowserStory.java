package dev.pupitre.story;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A story in browser windows, in which Alice begins and ends with nothing to do. */
abstract class BrowserStory {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static @Nullable Browsers browsers;

    final RunningPupitre pupitre = RunningPupitre.shared();
    final HttpSession sandbox = new HttpSession(pupitre.base);
    final Windows windows = new Windows(Objects.requireNonNull(browsers), pupitre.base);

    @BeforeAll
    static void startBrowser() {
        browsers = Browsers.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @BeforeEach
    void aliceHasNothingToDo() {
        endAll();
    }

    @AfterEach
    void closeWindows() {
        endAll();
        windows.close();
    }

    /**
     * Leaves nothing to the next story, whoever has it or waits: Alice ends it while she is there, as what an agent has who
     * goes is given to others.
     */
    private void endAll() {
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("ONLINE");
        await().atMost(PATIENCE).until(() -> {
            alice.queue().forEach(waiting -> alice.claims(waiting.get("id").asString()));
            alice.mine()
                    .forEach(conversation ->
                            alice.resolves(conversation.get("id").asString()));
            return alice.queue().isEmpty() && alice.mine().isEmpty();
        });
        alice.is("OFFLINE");
    }
}
