package dev.pupitre.story;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A story in browser windows, in which Alice begins and ends with nothing to do. */
abstract class BrowserStory {
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
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("OFFLINE");
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
    }

    @AfterEach
    void closeWindows() {
        DeskAgent.loggedIn(pupitre.base, "alice").is("OFFLINE");
        windows.close();
    }
}
