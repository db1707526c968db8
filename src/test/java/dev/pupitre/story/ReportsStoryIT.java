package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.counting;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.saying;
import static dev.pupitre.story.Windows.visibly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is over is counted, for those who lead the desk. */
class ReportsStoryIT extends BrowserStory {
    private static final String REPORTS = "/api/v1/reports";

    /** The story may go over midnight. */
    private final LocalDate from = LocalDate.now(ZoneOffset.UTC).minusDays(1);

    private final String around = "?zone=UTC&from=%s&to=%s".formatted(from, from.plusDays(2));

    private final DeskAgent sofia = DeskAgent.loggedIn(pupitre.base, "sofia");

    @BeforeEach
    void aliceHasAnsweredSomebody() {
        var before = report().get("total").get("answered").asInt();
        var alice = DeskAgent.loggedIn(pupitre.base, "alice").is("ONLINE");
        var customer = Customer.named(pupitre.base, "Rosa Counted");
        customer.writes("How much is the blue one?");
        var id = alice.isGiven(customer);
        alice.replies(id, "Twelve euros.");
        alice.resolves(id);
        await().until(() -> report().get("total").get("answered").asInt() > before);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSupervisorReadsTheReport(Language language) {
        var screen = windows.login(language.tag, "sofia", "/reports" + around);

        assertThat(row(screen, "Alice")).isVisible(visibly());
        assertThat(screen.locator("#report-from")).hasValue(from.toString());
        assertThat(screen.getByTestId("tile-opened")).containsText("Conversations", saying());
        assertThat(screen.locator("#report-campaign")).containsText(language.say("All", "Toutes"), saying());
        assertThat(screen.getByTestId("report-rules")).containsText(language.say("Listening", "Écoute"), saying());
        var policy = language.say("Messaging policy", "Règles d’envoi");
        assertThat(screen.getByTestId("report-rules")).containsText(policy, saying());
        assertThat(screen.locator(".cds--chart-holder svg.layout-svg-wrapper"))
                .not()
                .hasCount(0, counting());
        assertThat(screen.locator(".cds--chart-holder .axis-title")
                        .filter(new Locator.FilterOptions().setHasText(language.say("Ratings", "Évaluations"))))
                .hasCount(1, counting());
        assertThat(screen.locator(".reports__heat")).containsText(language.say("Monday", "lundi"), saying());
        picture(screen, "reports-" + language);

        screen.locator("#report-agent").selectOption("alice");
        assertThat(screen.getByTestId("report-agents").locator("tbody tr")).hasCount(1, counting());
        assertThat(screen.getByTestId("report-rules")).not().containsText(policy, saying());
        picture(screen, "reports-agent-" + language);
    }

    @Test
    void aSpreadsheetGetsItsTables() {
        var days = sofia.http.get(REPORTS + "/days.csv" + around);

        assertThat(days.status()).isEqualTo(200);
        assertThat(days.text().lines().toList()).hasSize(4).first().asString().contains("date,opened,ignored");
        assertThat(sofia.http.get(REPORTS + "/agents.csv" + around).text()).contains("alice,\"Alice Martin\",");
    }

    @Test
    void anAgentIsNotShownIt() {
        assertThat(DeskAgent.loggedIn(pupitre.base, "alice")
                        .http
                        .get(REPORTS + around)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void badPeriodsAreRefusedWithTheReason() {
        assertThat(refused("?from=2026-03-02&to=2026-03-01")).contains("Expected a day not before 2026-03-02");
        assertThat(refused("?from=2020-01-01&to=2026-03-01")).contains("Expected at most 1098 days");
        assertThat(refused("?from=2026-03-01&to=2026-03-01&zone=Mars")).contains("Expected a time zone");
        assertThat(refused("?from=2026-03-01&to=%2B999999999-01-01")).contains("Expected days from");
        assertThat(refused("?to=2026-03-01")).contains("from");
        assertThat(refused("?from=yesterday&to=2026-03-01")).contains("from");
    }

    private String refused(String query) {
        var answer = sofia.http.get(REPORTS + query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.text();
    }

    private JsonNode report() {
        return sofia.http.get(REPORTS + around).json();
    }

    private static Locator row(Page screen, String agent) {
        return screen.getByTestId("report-agents")
                .locator("tbody tr")
                .filter(new Locator.FilterOptions().setHasText(agent));
    }
}
