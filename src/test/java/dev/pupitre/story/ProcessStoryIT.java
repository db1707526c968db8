package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way of a conversation is seen on the drawing of its process, with what the tables were asked and said. */
class ProcessStoryIT extends BrowserStory {
    @ParameterizedTest
    @CsvSource({
        "en-GB, Listening, Row [0-9]+, table version [0-9]+, 'Process, version [0-9]+'",
        "fr-FR, Écoute, Ligne [0-9]+, version [0-9]+ de la table, 'Processus, version [0-9]+'"
    })
    void anAgentSeesWhyAConversationCameToThem(
            String language, String table, String row, String version, String process) {
        var desk = windows.agent(language, "alice");
        Customer.named(pupitre.base, "Piet Process").writes("Why do I talk to you?");
        opened(desk, "Piet Process");
        desk.getByTestId("thread-menu").click();
        desk.getByTestId("thread-process").click();

        var dialog = desk.getByTestId("process-dialog");
        assertThat(dialog.locator("[data-element-id=answer].way-end")).isVisible(visibly());
        assertThat(dialog.locator("[data-element-id=listen].way")).isVisible(visibly());
        assertThat(dialog.locator(".bjs-powered-by")).isVisible(visibly());
        var listening = dialog.getByTestId("process-decision").filter(new Locator.FilterOptions().setHasText(table));
        assertThat(listening).containsText("why do i talk to you", saying());
        assertThat(listening).containsText(Pattern.compile(row), saying());
        assertThat(listening).containsText(Pattern.compile(version), saying());
        assertThat(dialog).containsText(Pattern.compile(process), saying());
        assertThat(dialog.getByTestId("process-instead")).isHidden();
        picture(desk, "process-" + language);
    }

    @Test
    void whatIsDrawnIsToldFromItsGroundInTheLightAndInTheDark() {
        var desk = windows.agent("fr-FR", "alice");
        Customer.named(pupitre.base, "Carla Contrast").writes("Can you see this?");
        opened(desk, "Carla Contrast");
        for (var theme : List.of("light", "dark")) {
            assertThat(desk.locator("html")).hasAttribute("data-theme", theme, patiently());
            desk.getByTestId("thread-menu").click();
            desk.getByTestId("thread-process").click();
            assertThat(desk.getByTestId("process-dialog").locator("[data-element-id=answer].way-end"))
                    .isVisible(visibly());
            picture(desk, "process-" + theme);

            Assertions.assertThat(DrawnContrast.measured(desk))
                    .as("contrasts of the drawing in the %s", theme)
                    .hasSizeGreaterThan(100)
                    .allSatisfy(one -> Assertions.assertThat(one.ratio())
                            .as("%s", one)
                            .isGreaterThanOrEqualTo(one.text() ? 4.5 : 3));
            desk.keyboard().press("Escape");
            assertThat(desk.getByTestId("process-dialog")).isHidden();
            desk.getByTestId("theme-switch").click();
        }
    }
}
