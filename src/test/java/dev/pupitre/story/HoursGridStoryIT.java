package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Barriers.hasNoBarrier;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.HttpSession.Answer;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An analyst draws when the desk is open; the rows of the table are what is drawn, and the other way round. */
class HoursGridStoryIT extends BrowserStory {
    private static final String HOURS = "/api/v1/rules/business-hours";
    private static final int MONDAY = 0;
    private static final int FRIDAY = 4;
    private static final int SATURDAY = 5;
    private static final int SUNDAY = 6;
    private static final int TIME = 3;
    private static final String A_SATURDAY = "2026-03-07";
    private static final String CHRISTMAS = "2026-12-25";

    private final HttpSession nadia = DeskAgent.loggedIn(pupitre.base, "nadia").http;
    private JsonNode before = current();

    @BeforeEach
    void remember() {
        before = current();
    }

    @AfterEach
    void nothingIsLeft() {
        windows.mayRefuseTheStyleOfTheMark();
        nadia.get(HOURS + "/drafts")
                .json()
                .valueStream()
                .forEach(draft ->
                        nadia.delete(HOURS + "/drafts/" + draft.get("id").asString()));
        if (!current().get("dmn").equals(before.get("dmn"))) {
            assertThat(nadia.post(
                            HOURS + "/rollback",
                            Map.of("version", before.get("number").asInt(), "reason", "As it was")))
                    .returns(200, Answer::status);
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsDrawnIsARowThatDecides(Language language) {
        assertThat(isOpen(A_SATURDAY, "Saturday", "11:00:00")).isFalse();
        var screen = beginsADraft(language);
        assertThat(block(screen, MONDAY)).hasAttribute("data-to", "18:00", patiently());

        drags(screen, SATURDAY, 10, SATURDAY, 13);
        isAt(block(screen, SATURDAY), "10:00", "13:00");
        drags(screen, SATURDAY, 12.9, SATURDAY, 14);
        isAt(block(screen, SATURDAY), "10:00", "14:00");
        picture(screen, "hours-week-" + language);

        screen.getByTestId("view-table").click();
        assertThat(row(screen, 3)).containsText("Saturday", saying());
        assertThat(row(screen, 3)).containsText("[time(\"10:00:00\")..time(\"14:00:00\"))", saying());
        input(screen, 3, TIME).click();
        screen.locator("#helper-to").fill("15:30");
        screen.getByTestId("view-week").click();
        isAt(block(screen, SATURDAY), "10:00", "15:30");

        assertThat(screen.getByTestId("saving")).containsText(language.say("Saved", "Enregistré"), saying());
        deploys(screen, language, "Open on Saturdays");
        assertThat(isOpen(A_SATURDAY, "Saturday", "11:00:00")).isTrue();
        assertThat(isOpen(A_SATURDAY, "Saturday", "15:29:00")).isTrue();
        assertThat(isOpen(A_SATURDAY, "Saturday", "15:30:00")).isFalse();
        assertThat(isOpen("2026-03-02", "Monday", "17:59:00")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void keysAndMenusDoWhatTheHandDoes(Language language) {
        var screen = beginsADraft(language);
        block(screen, FRIDAY).press("ArrowDown");
        isAt(block(screen, FRIDAY), "09:15", "18:15");
        block(screen, FRIDAY).press("Shift+ArrowUp");
        isAt(block(screen, FRIDAY), "09:15", "18:00");
        assertThat(block(screen, FRIDAY)).isFocused();
        block(screen, FRIDAY).press("Control+z");
        block(screen, FRIDAY).press("Control+z");
        isAt(block(screen, FRIDAY), "09:00", "18:00");

        block(screen, FRIDAY).press("Enter");
        screen.locator("#range-from").fill("22:00");
        screen.locator("#range-to").fill("2:00");
        assertThat(screen.getByTestId("range-dialog"))
                .containsText(language.say("Until the next day", "Jusqu’au lendemain"), saying());
        picture(screen, "hours-range-" + language);
        button(screen.getByTestId("range-dialog"), save(language)).click();
        isAt(block(screen, FRIDAY), "22:00", "02:00");
        assertThat(screen.locator("[data-testid=block][data-rest=true]")).hasCount(1, counting());

        day(screen, MONDAY, "day-copy");
        screen.getByTestId("copy-dialog")
                .getByText(language.say("Sunday", "dimanche"))
                .click();
        button(screen.getByTestId("copy-dialog"), language.say("Copy", "Copier"))
                .click();
        isAt(block(screen, SUNDAY), "09:00", "18:00");
        day(screen, SUNDAY, "day-makeAllDay");
        assertThat(block(screen, SUNDAY))
                .containsText(language.say("Open all day", "Ouvert toute la journée"), saying());
        block(screen, MONDAY).press("Delete");
        assertThat(block(screen, MONDAY)).hasCount(0, counting());
        picture(screen, "hours-keys-" + language);
        hasNoBarrier(screen);
        goesAway(screen);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aDateHasHoursOfItsOwn(Language language) {
        assertThat(isOpen(CHRISTMAS, "Friday", "10:00:00")).isTrue();
        var screen = beginsADraft(language);
        screen.getByTestId("exception-add").click();
        screen.locator("#exception-name").fill("Christmas Day");
        screen.locator("#exception-from").fill("25/12/2026");
        screen.locator("#exception-from").press("Enter");
        screen.getByText(language.say("Open at these hours", "Ouvert à ces heures"))
                .click();
        screen.locator("#exception-to-0").fill("11");
        screen.locator("#exception-message").fill("Merry Christmas! We are back on Monday.");
        picture(screen, "hours-exception-" + language);
        hasNoBarrier(screen);
        button(screen.getByTestId("exception-dialog"), save(language)).click();
        var exception = screen.locator("[data-testid=exception]");
        assertThat(exception).containsText(language.say("25 December 2026", "25 décembre 2026"), saying());
        assertThat(exception).containsText(language.say("09:00 to 11:00", "09:00 à 11:00"), saying());

        screen.getByTestId("theme-switch").click();
        screen.getByTestId("exceptions").scrollIntoViewIfNeeded();
        picture(screen, "hours-exceptions-dark-" + language);
        hasNoBarrier(screen);
        assertThat(screen.getByTestId("saving")).containsText(language.say("Saved", "Enregistré"), saying());
        deploys(screen, language, "Christmas");
        assertThat(isOpen(CHRISTMAS, "Friday", "10:59:00")).isTrue();
        assertThat(isOpen(CHRISTMAS, "Friday", "11:00:00")).isFalse();
        assertThat(isOpen("2026-12-18", "Friday", "11:00:00")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void rowsThatAWeekHasNoPlaceForAreNamedAndStay(Language language) {
        var screen = beginsADraft(language);
        screen.getByTestId("view-table").click();
        input(screen, 2, TIME).click();
        screen.locator("#helper-feel").fill("> time(\"20:00:00\")");
        screen.getByTestId("view-week").click();
        assertThat(screen.getByTestId("unshown-row")).containsText("Office hours", saying());
        screen.setViewportSize(390, 844);
        day(screen, SATURDAY, "day-add");
        button(screen.getByTestId("range-dialog"), save(language)).click();
        isAt(block(screen, SATURDAY), "09:00", "18:00");
        picture(screen, "hours-phone-" + language);
        screen.setViewportSize(1440, 900);

        button(screen.getByTestId("unshown"), language.say("Show in the table", "Montrer dans la table"))
                .click();
        assertThat(row(screen, 2)).containsText("> time(\"20:00:00\")", saying());
        assertThat(row(screen, 3)).containsText("Saturday", saying());
        goesAway(screen);
    }

    private JsonNode current() {
        return nadia.get(HOURS).json().get("current");
    }

    /** What the table in effect decides about the office. */
    private boolean isOpen(String date, String weekday, String time) {
        var inputs = Map.of("schedule", "office", "localDate", date, "weekday", weekday, "localTime", time);
        var trial = nadia.post(HOURS + "/test", Map.of("inputs", inputs));
        assertThat(trial).returns(200, Answer::status);
        return trial.json().get("outputs").get("open").asBoolean();
    }

    private Page beginsADraft(Language language) {
        var screen = windows.login(language.tag, "nadia", "/rules/business-hours/draft");
        screen.getByTestId("new-draft").click();
        screen.getByTestId("view-week").click();
        assertThat(screen.getByTestId("week")).isVisible(visibly());
        assertThat(screen.locator("#hours-schedule")).hasValue("always");
        assertThat(screen.getByTestId("schedule-use")).isVisible(visibly());
        screen.locator("#hours-schedule").selectOption("office");
        assertThat(screen.getByTestId("schedule-unused")).isVisible(visibly());
        return screen;
    }

    private static String save(Language language) {
        return language.say("Save", "Enregistrer");
    }

    /** What is left behind is deleted: nothing asks for it any more. */
    private void goesAway(Page screen) {
        assertThat(screen.getByTestId("saving")).hasClass(Pattern.compile("saving--saved"));
        screen.navigate(pupitre.base.resolve("/rules").toString());
        assertThat(screen.getByTestId("rule-table")).hasCount(4, counting());
    }

    /** From one time to another, each on a day, as a hand does it. */
    private static void drags(Page screen, int day, double hour, int toDay, double toHour) {
        screen.getByTestId("week").scrollIntoViewIfNeeded();
        var from = screen.getByTestId("week-day").nth(day).boundingBox();
        var to = screen.getByTestId("week-day").nth(toDay).boundingBox();
        var mouse = screen.mouse();
        mouse.move(from.x + from.width / 2, from.y + from.height * hour / 24 + 1);
        mouse.down();
        mouse.move(to.x + to.width / 2, to.y + to.height * (hour + toHour) / 48);
        mouse.move(to.x + to.width / 2, to.y + to.height * toHour / 24 - 1);
        mouse.up();
    }

    /** The first that begins on a day. */
    private static Locator block(Page screen, int day) {
        return screen.locator("[data-testid=block][data-day='%d'][data-rest=false]".formatted(day))
                .first();
    }

    private static void isAt(Locator block, String from, String to) {
        assertThat(block).hasAttribute("data-from", from, patiently());
        assertThat(block).hasAttribute("data-to", to, patiently());
    }

    private static void day(Page screen, int day, String act) {
        screen.getByTestId("day-menu").nth(day).click();
        screen.getByTestId(act).click();
    }

    private static void deploys(Page screen, Language language, String reason) {
        screen.getByTestId("deploy").click();
        screen.locator("#deploy-reason").fill(reason);
        button(screen.getByTestId("deploy-dialog"), language.say("Put in effect", "Mettre en vigueur"))
                .click();
        assertThat(screen.getByTestId("deploy-dialog")).hasCount(0, counting());
    }

    private static Locator input(Page screen, int row, int column) {
        return row(screen, row).locator("td.input-cell").nth(column);
    }

    private static Locator row(Page screen, int row) {
        return screen.getByTestId("dmn-editor").locator("tbody tr").nth(row - 1);
    }

    private static Locator button(Locator within, String words) {
        return within.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(true))
                .last();
    }
}
