package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Barriers.hasNoBarrier;
import static dev.pupitre.story.Barriers.staysInItsWidth;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;

import org.junit.jupiter.api.Test;

/** The screens, looked at by axe-core for what would keep people out who see, hear or move otherwise. */
class AccessibilityIT extends BrowserStory {
    private static final String OWN_PAGE = "/pages/100000000000001";

    @Test
    void lettingInHasNoBarrier() {
        var page = windows.open("en-GB", "/login");
        assertThat(page.getByTestId("login-submit")).isVisible(visibly());

        hasNoBarrier(page);
    }

    @Test
    void theDeskHasNoBarrierWithAConversationOpen() {
        var desk = windows.agent("fr-FR", "alice");
        Customer.of(pupitre.base, "Ada Screen", "100000000000001").writes("Can everybody read this?");
        opened(desk, "Ada Screen");
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        picture(desk, "desk-open-fr");

        hasNoBarrier(desk);
    }

    @Test
    void handingOnHasNoBarrier() {
        var desk = windows.agent("en-GB", "alice");
        Customer.of(pupitre.base, "Ada Hands", "100000000000001").writes("Who can help me?");
        opened(desk, "Ada Hands");
        desk.getByTestId("hand-on").click();
        assertThat(desk.getByTestId("target").first()).isVisible(visibly());
        hasNoBarrier(desk);

        desk.keyboard().press("Escape");
        desk.getByTestId("tab-finished").click();
        assertThat(desk.getByTestId("finished-search")).isVisible(visibly());
        hasNoBarrier(desk);
    }

    @Test
    void whatColleaguesDoTogetherHasNoBarrier() {
        var desk = windows.agent("fr-FR", "alice");
        Customer.of(pupitre.base, "Ada Together", "100000000000001").writes("Who is there?");
        opened(desk, "Ada Together");
        desk.getByTestId("composer").press("Escape");
        desk.locator("body").press("n");
        desk.getByTestId("note-box").pressSequentially("Look, @");
        assertThat(desk.getByTestId("mention-option").first()).isVisible(visibly());
        hasNoBarrier(desk);

        desk.getByTestId("mention-option").first().click();
        desk.getByTestId("note-add").click();
        assertThat(desk.getByTestId("note")).isVisible(visibly());
        desk.getByTestId("mentions").click();
        picture(desk, "note-and-mentions-fr");
        hasNoBarrier(desk);

        desk.keyboard().press("Escape");
        desk.getByTestId("block").click();
        assertThat(desk.getByTestId("block-dialog")).isVisible(visibly());
        hasNoBarrier(desk);
    }

    @Test
    void theInboxHasNoBarrierAsListsAsATableAndInTheDark() {
        var desk = windows.agent("en-GB", "alice");
        Customer.named(pupitre.base, "Ada Table").writes("Do I stand in a table?");
        opened(desk, "Ada Table");
        desk.getByTestId("theme-switch").click();
        hasNoBarrier(desk);
        desk.getByTestId("tab-teams").click();
        hasNoBarrier(desk);

        desk.getByTestId("inbox-table").click();
        assertThat(desk.getByTestId("ticket").first()).isVisible(visibly());
        picture(desk, "inbox-table-dark");
        hasNoBarrier(desk);
        desk.getByTestId("theme-switch").click();
        hasNoBarrier(desk);
    }

    @Test
    void whatOpensOverTheDeskHasNoBarrier() {
        var desk = windows.agent("en-GB", "alice");
        Customer.named(pupitre.base, "Ada Over").writes("What lies over me?");
        opened(desk, "Ada Over");
        desk.getByTestId("composer").fill("/");
        assertThat(desk.getByTestId("canned")).isVisible(visibly());
        hasNoBarrier(desk);
        desk.getByTestId("composer").fill("");

        desk.getByTestId("user-menu").click();
        desk.getByTestId("open-preferences").click();
        assertThat(desk.getByTestId("preferences-dialog")).isVisible(visibly());
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");
        desk.getByTestId("shortcuts").click();
        assertThat(desk.getByTestId("shortcuts-dialog")).isVisible(visibly());
        picture(desk, "shortcuts");
        hasNoBarrier(desk);
        desk.keyboard().press("Escape");

        desk.getByTestId("thread-menu").click();
        desk.getByTestId("thread-process").click();
        assertThat(desk.getByTestId("process-decision").first()).isVisible(visibly());
        hasNoBarrier(desk);
    }

    @Test
    void aPhoneShowsOneZoneAfterTheOtherWithoutABarrier() {
        var desk = windows.agent("fr-FR", "alice");
        Customer.named(pupitre.base, "Ada Phone").writes("Is there room for me?");
        desk.setViewportSize(390, 844);
        hasNoBarrier(desk);
        picture(desk, "phone-list");

        opened(desk, "Ada Phone");
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        assertThat(desk.getByTestId("conversation-item").first()).isHidden();
        picture(desk, "phone-conversation");
        hasNoBarrier(desk);

        desk.getByTestId("details-button").click();
        assertThat(desk.getByTestId("details")).isVisible(visibly());
        picture(desk, "phone-details");
        hasNoBarrier(desk);
        desk.getByTestId("back").click();
        assertThat(desk.getByTestId("composer")).isVisible(visibly());
        desk.getByTestId("back").click();
        assertThat(desk.getByTestId("conversation-item").first()).isVisible(visibly());
    }

    @Test
    void theScreensAboutTeamsAndRulesHaveNoBarrier() {
        var supervisor = windows.login("fr-FR", "sofia", "/teams");
        supervisor.getByTestId("new-team").click();
        assertThat(supervisor.getByTestId("team-dialog")).isVisible(visibly());
        hasNoBarrier(supervisor);

        var analyst = windows.login("en-GB", "nadia", "/rules");
        assertThat(analyst.getByTestId("nav-rules")).isVisible(visibly());
        picture(analyst, "rules");
        hasNoBarrier(analyst);
    }

    @Test
    void theRulesStudioHasNoBarrier() {
        var customer = Customer.of(pupitre.base, "Ada Rules", "100000000000001");
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("ONLINE");
        customer.writes("It is urgent");
        var why = "/rules/why/" + alice.isGiven(customer);
        var analyst = windows.login("fr-FR", "nadia", "/rules/routing");
        assertThat(analyst.getByTestId("table-row").first()).isVisible(visibly());
        hasNoBarrier(analyst);

        analyst.getByTestId("tab-try").click();
        analyst.getByTestId("try").click();
        assertThat(analyst.getByTestId("trial")).isVisible(visibly());
        hasNoBarrier(analyst);
        analyst.getByTestId("tab-cases").click();
        analyst.getByTestId("new-case").click();
        assertThat(analyst.getByTestId("case-dialog")).isVisible(visibly());
        hasNoBarrier(analyst);
        analyst.keyboard().press("Escape");
        analyst.getByTestId("tab-backtest").click();
        analyst.getByTestId("backtest-start").click();
        assertThat(analyst.getByTestId("backtest")).hasAttribute("data-state", "DONE", patiently());
        hasNoBarrier(analyst);
        analyst.getByTestId("tab-versions").click();
        assertThat(analyst.getByTestId("version").first()).isVisible(visibly());
        hasNoBarrier(analyst);
        analyst.navigate(pupitre.base.resolve(why).toString());
        assertThat(analyst.getByTestId("why-decision").first()).isVisible(visibly());
        hasNoBarrier(analyst);
    }

    @Test
    void aDraftHasNoBarrierInTheLightAndInTheDark() {
        var analyst = windows.login("en-GB", "nadia", "/rules/routing");
        try {
            RulesStudioStoryIT.beginsADraft(analyst);
            RulesStudioStoryIT.input(analyst, 1, 3).click();
            analyst.locator("#helper-feel").fill("order");
            assertThat(analyst.getByTestId("finding").first()).isVisible(visibly());
            hasNoBarrier(analyst);
            analyst.getByTestId("theme-switch").click();
            hasNoBarrier(analyst);
            analyst.getByTestId("deploy").click();
            assertThat(analyst.getByTestId("deploy-errors")).isVisible(visibly());
            hasNoBarrier(analyst);
        } finally {
            var http = DeskAgent.loggedIn(pupitre.base, "nadia").http;
            var drafts = "/api/v1/rules/routing/drafts";
            http.get(drafts)
                    .json()
                    .valueStream()
                    .forEach(draft -> http.delete(drafts + "/" + draft.get("id").asString()));
            windows.mayRefuseTheStyleOfTheMark();
        }
    }

    @Test
    void theScreensAboutPagesHaveNoBarrier() {
        var admin = windows.login("en-GB", "admin", "/pages");
        assertThat(admin.getByTestId("page").first()).isVisible(visibly());
        hasNoBarrier(admin);

        admin.navigate(pupitre.base.resolve(OWN_PAGE).toString());
        assertThat(admin.getByTestId("save-profile")).isVisible(visibly());
        picture(admin, "page-detail");
        hasNoBarrier(admin);

        admin.navigate(pupitre.base.resolve("/pages/privacy").toString());
        assertThat(admin.getByTestId("erase")).isVisible(visibly());
        picture(admin, "privacy");
        hasNoBarrier(admin);
    }

    @Test
    void theScreensOfAdministrationHaveNoBarrier() {
        var admin = windows.login("fr-FR", "admin", "/admin");
        assertThat(admin.getByTestId("user").first()).isVisible(visibly());
        hasNoBarrier(admin);
        admin.getByTestId("new-user").click();
        assertThat(admin.getByTestId("user-dialog")).isVisible(visibly());
        hasNoBarrier(admin);

        admin.navigate(pupitre.base.resolve("/admin/audit").toString());
        assertThat(admin.getByTestId("subnav-audit")).isVisible(visibly());
        hasNoBarrier(admin);

        admin.navigate(pupitre.base.resolve("/account").toString());
        assertThat(admin.getByTestId("session").first()).isVisible(visibly());
        hasNoBarrier(admin);
    }

    @Test
    void theScreensAboutAlertsAndBreaksHaveNoBarrier() {
        var admin = windows.login("fr-FR", "admin", "/supervision/alerts/limits");
        admin.getByTestId("limit-row").first().locator("button").click();
        assertThat(admin.getByTestId("limits-dialog")).isVisible(visibly());
        hasNoBarrier(admin);
        admin.navigate(pupitre.base.resolve("/supervision/alerts/webhooks").toString());
        admin.getByTestId("new-webhook").click();
        assertThat(admin.getByTestId("webhook-dialog")).isVisible(visibly());
        hasNoBarrier(admin);
        try {
            admin.locator("#webhook-url").fill("https://alerts.example.org/in");
            admin.locator("#webhook-url").press("Enter");
            assertThat(admin.getByTestId("webhook-secret").locator("code")).isVisible(visibly());
            hasNoBarrier(admin);
        } finally {
            withoutWebhooks();
        }
        admin.navigate(pupitre.base.resolve("/admin/breaks").toString());
        assertThat(admin.getByTestId("break-row").first()).isVisible(visibly());
        hasNoBarrier(admin);
    }

    @Test
    void theScreensOfSupervisionHaveNoBarrierOnADeskAndOnAPhone() {
        var customer = Customer.named(pupitre.base, "Ada Watched");
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("ONLINE");
        customer.writes("Who looks on?");
        var recording = "/supervision/recordings/" + alice.isGiven(customer);
        var supervisor = windows.login("fr-FR", "sofia", "/supervision");
        assertThat(supervisor.getByTestId("agent-row").first()).isVisible(visibly());
        hasNoBarrier(supervisor);
        supervisor.setViewportSize(390, 844);
        staysInItsWidth(supervisor);
        picture(supervisor, "phone-monitor-fr");
        hasNoBarrier(supervisor);

        supervisor.navigate(pupitre.base.resolve(recording).toString());
        assertThat(supervisor.getByTestId("message").first()).isVisible(visibly());
        staysInItsWidth(supervisor);
        picture(supervisor, "phone-recording-fr");
        hasNoBarrier(supervisor);
    }

    @Test
    void theTokensHaveNoBarrierAndTheLanguageIsSwitchedByItsButton() {
        var admin = windows.login("en-GB", "admin", "/admin/tokens");
        assertThat(admin.locator("html")).hasAttribute("lang", "en", patiently());
        hasNoBarrier(admin);
        admin.getByTestId("language-switch").click();

        assertThat(admin.locator("html")).hasAttribute("lang", "fr", patiently());
        hasNoBarrier(admin);
    }

    @Test
    void choosingPagesHasNoBarrier() {
        var admin = windows.login("en-GB", "admin", "/pages");
        admin.getByTestId("connect").click();
        admin.locator("button[value=grant]").click();
        assertThat(admin.getByTestId("found-page").first()).isVisible(visibly());

        hasNoBarrier(admin);
    }

    @Test
    void theSandboxHasNoBarrier() {
        var customer = windows.customer("en-GB");

        hasNoBarrier(customer);
    }

    private void withoutWebhooks() {
        var http = DeskAgent.loggedIn(pupitre.base, "admin").http;
        http.get("/api/v1/alert-webhooks")
                .json()
                .valueStream()
                .forEach(webhook -> http.delete(
                        "/api/v1/alert-webhooks/" + webhook.get("id").asString()));
    }
}
