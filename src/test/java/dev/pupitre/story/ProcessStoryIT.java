package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The way of a conversation is seen on the drawing of its process, with what the tables were asked and said. */
class ProcessStoryIT extends BrowserStory {
    @Test
    void anAgentSeesWhyAConversationCameToThem() {
        var desk = windows.agent("en-GB", "alice");
        Customer.named(pupitre.base, "Piet Process").writes("Why do I talk to you?");
        opened(desk, "Piet Process");
        desk.getByTestId("thread-menu").click();
        desk.getByTestId("thread-process").click();

        var dialog = desk.getByTestId("process-dialog");
        assertThat(dialog.locator("[data-element-id=answer].way-end")).isVisible(visibly());
        assertThat(dialog.locator("[data-element-id=listen].way")).isVisible(visibly());
        assertThat(dialog.locator(".bjs-powered-by")).isVisible(visibly());
        var listening =
                dialog.getByTestId("process-decision").filter(new Locator.FilterOptions().setHasText("Listening"));
        assertThat(listening).containsText("why do i talk to you", saying());
        assertThat(listening).containsText("table version", saying());
        assertThat(dialog).containsText(Pattern.compile("Process, version [0-9]+"), saying());
        assertThat(dialog.getByTestId("process-instead")).isHidden();
        picture(desk, "process");
    }
}
