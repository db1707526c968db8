package dev.pupitre.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.pupitre.story.Windows.opened;
import static dev.pupitre.story.Windows.patiently;
import static dev.pupitre.story.Windows.picture;
import static dev.pupitre.story.Windows.visibly;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What has to hold on narrow and wide screens, in the longer of the two languages and in both themes. */
class WidthsStoryIT extends BrowserStory {
    private static final List<Integer> WIDTHS = List.of(320, 390, 768, 1024, 1280, 1440, 1920);
    private static final String PASSWORD = "sept-gros-hiboux-jaunes";

    /** What of the bar sticks out, lies on its neighbour, or is broken into two lines. */
    private static final String SQUEEZED = """
            () => {
              const bar = document.querySelector(".bar");
              const faults = [];
              const parts = [...bar.children].filter((part) => part.getBoundingClientRect().width > 0);
              for (const [at, part] of parts.entries()) {
                const box = part.getBoundingClientRect();
                if (box.right > innerWidth + 0.5) faults.push(`${part.className} ends at ${box.right}`);
                if (part.scrollWidth > part.clientWidth + 1) faults.push(`${part.className} is cut`);
                const before = parts[at - 1]?.getBoundingClientRect().right ?? 0;
                if (before > box.left + 0.5) faults.push(`${part.className} is covered`);
              }
              for (const words of bar.querySelectorAll("a, label")) {
                if (words.getBoundingClientRect().height > 48) faults.push(`${words.textContent} is broken`);
              }
              if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
              return faults;
            }
            """;

    /** Tags that touch, words cut without saying so, inputs that would draw emoji in black. */
    private static final String UNTIDY = """
            () => {
              const faults = [];
              const seen = (node) => node.getBoundingClientRect().width > 2 && !node.closest(".visually-hidden");
              const tags = [...document.querySelectorAll(".cds--tag")].filter(seen);
              for (const [at, tag] of tags.entries()) {
                const one = tag.getBoundingClientRect();
                for (const next of tags.slice(at + 1)) {
                  const other = next.getBoundingClientRect();
                  const across = Math.max(one.left, other.left) - Math.min(one.right, other.right);
                  const down = Math.max(one.top, other.top) - Math.min(one.bottom, other.bottom);
                  if (across < 2 && down < 2) faults.push(`${tag.textContent} touches ${next.textContent}`);
                }
              }
              for (const words of document.querySelectorAll(".cds--tabs__nav-link, .recordings__active .cds--tag__label")) {
                if (seen(words) && words.scrollWidth > words.clientWidth + 1) faults.push(`${words.textContent} is cut`);
              }
              const customer = document.querySelector(".thread__customer");
              if (innerWidth >= 1024 && customer && customer.scrollWidth > customer.clientWidth + 1)
                faults.push("the customer's name is cut");
              for (const field of document.querySelectorAll("input, textarea")) {
                const fonts = getComputedStyle(field).fontFamily;
                if (!fonts.includes("Noto Color Emoji")) faults.push(`${field.id} has no emoji: ${fonts}`);
                if (seen(field) && field.type === "text" && field.scrollHeight > field.clientHeight + 1)
                  faults.push(`${field.id} is too low`);
              }
              for (const work of document.querySelectorAll(".desk__zones, .desk__table, .workplace__main")) {
                const { top, bottom } = work.getBoundingClientRect();
                if (top > 64 || Math.abs(bottom - innerHeight) > 1)
                  faults.push(`${work.className} stands from ${top} to ${bottom}`);
              }
              if (document.documentElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
              return faults;
            }
            """;

    private final DeskAgent alice = DeskAgent.loggedIn(pupitre.base, "alice");

    @AfterEach
    void leave() {
        alice.mine()
                .forEach(conversation -> alice.resolves(conversation.get("id").asString()));
        alice.is("OFFLINE");
    }

    @Test
    void theBarHoldsForWhoHasManyRoles() {
        hasRoles("three.roles", "Anne-Sophie de la Rochefoucauld", List.of("AGENT", "SUPERVISOR", "ADMIN"));
        hasRoles("all.roles", "Jean-Baptiste Grandclément", List.of("AGENT", "SUPERVISOR", "ADMIN", "ANALYST"));
        for (var language : List.of("fr-FR", "en-GB")) {
            for (var name : List.of("three.roles", "all.roles")) {
                var screen = entered(language, name);
                for (int width : WIDTHS) {
                    screen.setViewportSize(width, 844);
                    Assertions.assertThat(faults(screen, SQUEEZED))
                            .as("the bar of %s in %s at %d", name, language, width)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theScreensAreReachedOnAPhone() {
        hasRoles("three.roles", "Anne-Sophie de la Rochefoucauld", List.of("AGENT", "SUPERVISOR", "ADMIN"));
        var screen = entered("fr-FR", "three.roles");
        screen.setViewportSize(390, 844);
        assertThat(screen.getByTestId("nav-reports")).isHidden();

        screen.getByTestId("nav-menu").press("Enter");
        assertThat(screen.getByTestId("nav-reports")).isVisible(visibly());
        picture(screen, "phone-screens");
        screen.keyboard().press("Escape");
        assertThat(screen.getByTestId("nav-reports")).isHidden();
        assertThat(screen.getByTestId("nav-menu")).isFocused();

        screen.getByTestId("nav-menu").click();
        screen.getByTestId("nav-reports").click();
        screen.waitForURL("**/reports**");
        assertThat(screen.getByTestId("nav-reports")).isHidden();
    }

    @Test
    void theListsHoldInEveryWidthAndBothThemes() {
        var desk = windows.agent("fr-FR", "alice");
        var customer = Customer.named(pupitre.base, "Zoé 🎉 Zèle-Beauregard de Saint-Exupéry");
        customer.writes("Bonjour 👋, où en est ma commande ? ❤️");
        var id = alice.isGiven(customer);
        var tags = List.of("facturation", "remboursement urgent", "livraison en retard", "réclamation 🎁");
        Assertions.assertThat(alice.http.post("/api/v1/conversations/" + id + "/tags", Map.of("tags", tags)))
                .returns(200, HttpSession.Answer::status);
        opened(desk, "Zoé");
        assertThat(desk.locator(".item__tag").first()).isVisible(visibly());
        tidyInEveryWidth(desk, "desk-rows");

        var filtered = "/supervision/recordings?customer=Z&tag=facturation&from=2020-12-31";
        var recordings = windows.login("fr-FR", "sofia", filtered);
        recordings.getByTestId("recordings-more").click();
        recordings.locator("#recordings-customer").fill("Zoé 🎉");
        assertThat(recordings.locator(".recordings__tags .cds--tag").first()).isVisible(visibly());
        tidyInEveryWidth(recordings, "recordings-rows");
    }

    private static void tidyInEveryWidth(Page page, String name) {
        for (var theme : List.of("light", "dark")) {
            assertThat(page.locator("html")).hasAttribute("data-theme", theme, patiently());
            for (int width : WIDTHS) {
                page.setViewportSize(width, 844);
                picture(page, "%s-%s-%d".formatted(name, theme, width));
                Assertions.assertThat(faults(page, UNTIDY))
                        .as("%s, %s at %d", name, theme, width)
                        .isEmpty();
            }
            page.getByTestId("theme-switch").click();
        }
    }

    /** Two frames later, when what was resized has been laid out again. */
    private static List<?> faults(Page page, String measure) {
        page.evaluate("document.fonts.ready.then(() => new Promise(done => requestAnimationFrame("
                + "() => requestAnimationFrame(() => requestAnimationFrame(done)))))");
        return (List<?>) page.evaluate(measure);
    }

    private void hasRoles(String id, String name, List<String> roles) {
        var admin = DeskAgent.loggedIn(pupitre.base, "admin").http;
        var added = admin.post("/api/v1/users", Map.of("id", id, "name", name, "password", PASSWORD, "roles", roles));
        Assertions.assertThat(added.status()).isIn(201, 409);
    }

    private Page entered(String language, String name) {
        var page = windows.open(language, "/desk");
        page.getByTestId("login-username").fill(name);
        page.getByTestId("login-password").fill(PASSWORD);
        page.getByTestId("login-password").press("Enter");
        assertThat(page.getByTestId("user-menu")).isVisible(visibly());
        return page;
    }
}
