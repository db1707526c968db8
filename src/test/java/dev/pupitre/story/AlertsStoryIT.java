package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.pupitre.story.AlertReceiver.Call;
import dev.pupitre.story.HttpSession.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who lead set a limit, see at once that it is passed, and a program of theirs hears of it. */
class AlertsStoryIT extends BrowserStory {
    private static final String LIMITS = "/api/v1/alert-limits/default";
    private static final String WEBHOOKS = "/api/v1/alert-webhooks";
    private static final String WAITING = "WAITING:default";

    private final AlertReceiver receiver = new AlertReceiver();
    private final HttpSession admin = DeskAgent.loggedIn(pupitre.base, "admin").http;

    @AfterEach
    void asItWas() {
        assertThat(admin.put(LIMITS, Map.of("waiting", 10, "longestWait", 300))).returns(200, Answer::status);
        admin.get(WEBHOOKS).json().valueStream().forEach(webhook -> {
            if (webhook.get("url").asString().equals(receiver.address())) {
                admin.delete(WEBHOOKS + "/" + webhook.get("id").asString());
            }
        });
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, Ada Alert, from 1 customer on, customers who wait: 1, answer 204, looks after it",
        "fr-FR, Zoé Alerte, à partir de 1 client, clients en attente : 1, réponse 204, s’en occupe"
    })
    void whatPassesALimitIsSeenAndHeard(
            String language, String name, String limit, String passes, String taken, String acknowledged) {
        var webhooks = windows.login(language, "admin", "/supervision/alerts");
        webhooks.getByTestId("to-webhooks").click();
        var secret = addsWebhook(webhooks, language);
        var row = webhooks.locator("[data-testid=webhook][data-url='" + receiver.address() + "']");
        row.getByTestId("webhook-test").click();
        assertThat(row.locator("[data-event=test][data-state=SENT]")).containsText(taken, saying());
        assertThat(receiver.tests()).singleElement().matches(call -> call.isSignedBy(secret), "signed");

        var screen = windows.login(language, "sofia", "/supervision/alerts");
        assertThat(screen.getByTestId("to-webhooks")).hasCount(0);
        setsLimit(screen, language, limit);
        receiver.refusesFirst(WAITING);
        Customer.of(pupitre.base, name, "100000000000001").writes("Is anybody there?");

        var alert = screen.locator("[data-testid=alert][data-id='" + WAITING + "']");
        assertThat(alert).containsText(passes, saying());
        picture(screen, "alerts-" + language);
        await().untilAsserted(() -> assertThat(receiver.about("alert.raised", WAITING))
                .extracting(Call::answer)
                .containsExactly(500, 204));
        assertThat(receiver.about("alert.raised", WAITING))
                .allMatch(call -> call.isSignedBy(secret))
                .extracting(Call::delivery)
                .satisfies(deliveries -> assertThat(deliveries.get(1)).isEqualTo(deliveries.get(0)));
        var raised = row.locator("[data-event='alert.raised'][data-state=SENT]")
                .filter(new Locator.FilterOptions().setHasText(passes));
        assertThat(raised.getByTestId("tries")).hasText("2", Windows.reading());
        picture(webhooks, "alert-deliveries-" + language);

        alert.getByTestId("acknowledge").click();
        assertThat(alert).containsText("Sofia Lindqvist " + acknowledged, saying());
        assertThat(alert.getByTestId("acknowledge")).hasCount(0, counting());
        picture(screen, "alert-acknowledged-" + language);
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("ONLINE");
        await().until(() -> alice.queue().isEmpty());
        assertThat(alert).hasCount(0, counting());
        await().untilAsserted(() -> assertThat(receiver.about("alert.resolved", WAITING + ":"))
                .extracting(Call::answer)
                .containsExactly(204));
        deletes(webhooks, row, language);
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, The webhook is switched off, 'sent again by '",
        "fr-FR, The webhook is switched off, 'renvoyé par '"
    })
    void whatWasGivenUpGoesOutAgainByHand(String language, String why, String by) {
        var screen = windows.login(language, "admin", "/supervision/alerts");
        screen.getByTestId("to-webhooks").click();
        var secret = addsWebhook(screen, language);
        var row = screen.locator("[data-testid=webhook][data-url='" + receiver.address() + "']");
        switches(screen, row, "false");
        assertThat(row.getByTestId("webhook-test")).isDisabled();
        var id = idOf(receiver.address());
        assertThat(admin.post(WEBHOOKS + "/" + id + "/test", Map.of())).returns(202, Answer::status);
        row.getByTestId("webhook-deliveries").click();
        var failed = row.locator("[data-event=test][data-state=FAILED]");
        assertThat(failed).containsText(why, saying());
        assertThat(failed.getByTestId("delivery-again")).isDisabled();
        assertThat(receiver.tests()).isEmpty();

        switches(screen, row, "true");
        assertThat(failed.getByTestId("delivery-again")).isEnabled();
        picture(screen, "alert-delivery-failed-" + language);
        failed.getByTestId("delivery-again").click();

        assertThat(row.locator("[data-event=test][data-state=SENT]")).containsText(by, saying());
        picture(screen, "alert-delivery-again-" + language);
        assertThat(receiver.tests()).singleElement().matches(call -> call.isSignedBy(secret), "signed");
        assertThat(admin.get("/api/v1/audit?area=SUPERVISION").text())
                .contains("WEBHOOK_DELIVERY_REPEATED", receiver.address());
        deletes(screen, row, language);
    }

    private static void switches(Page screen, Locator row, String on) {
        row.getByTestId("webhook-menu").click();
        screen.getByTestId("webhook-switch").click();
        assertThat(row).hasAttribute("data-enabled", on, patiently());
    }

    private String idOf(String url) {
        return admin.get(WEBHOOKS)
                .json()
                .valueStream()
                .filter(webhook -> webhook.get("url").asString().equals(url))
                .map(webhook -> webhook.get("id").asString())
                .findFirst()
                .orElseThrow();
    }

    /** As the screen shows it this once. */
    private String addsWebhook(Page screen, String language) {
        screen.getByTestId("new-webhook").click();
        var address = screen.locator("#webhook-url");
        address.fill("example.org");
        assertThat(address).hasAttribute("data-invalid", "true", patiently());
        picture(screen, "webhook-wrong-" + language);
        address.fill(receiver.address());
        address.press("Enter");
        var shown = screen.getByTestId("webhook-secret").locator("code");
        assertThat(shown).isVisible(visibly());
        var secret = shown.innerText().strip();
        assertThat(secret).matches("[0-9a-f]{64}");
        picture(screen, "webhook-secret-" + language);
        screen.getByTestId("webhook-secret")
                .locator(".cds--modal-footer .cds--btn--primary")
                .click();
        assertThat(screen.getByTestId("webhook-secret")).hasCount(0, counting());
        return secret;
    }

    private static void setsLimit(Page screen, String language, String limit) {
        screen.getByTestId("to-limits").click();
        var row = screen.locator("[data-testid=limit-row][data-campaign=default]");
        row.getByRole(AriaRole.BUTTON).click();
        var waiting = screen.locator("#limit-waiting");
        waiting.fill("1.5");
        assertThat(screen.getByTestId("limits-dialog").locator(".cds--modal-footer .cds--btn--primary"))
                .isDisabled();
        picture(screen, "limits-dialog-" + language);
        waiting.fill("1");
        screen.locator("#limit-longest").fill("");
        screen.getByTestId("limits-dialog")
                .locator(".cds--modal-footer .cds--btn--primary")
                .click();
        assertThat(row).containsText(limit, saying());
        picture(screen, "limits-" + language);
        screen.locator(".pages__back").click();
    }

    private static void deletes(Page screen, Locator row, String language) {
        row.getByTestId("webhook-menu").click();
        screen.getByTestId("webhook-delete").click();
        assertThat(screen.getByTestId("webhook-confirm")).isVisible(visibly());
        picture(screen, "webhook-delete-" + language);
        screen.getByTestId("webhook-confirm")
                .locator(".cds--modal-footer .cds--btn--danger")
                .click();
        assertThat(row).hasCount(0, counting());
    }
}
