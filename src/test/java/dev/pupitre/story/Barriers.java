package dev.pupitre.story;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** What keeps people out of a screen who see, hear or move otherwise, as axe-core finds it. */
final class Barriers {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Barriers() {}

    /** A phone scrolls down a page, and never to its side. */
    static void staysInItsWidth(Page page) {
        Assertions.assertThat(page.evaluate("""
                () => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("main *")]
                  .filter((node) => node.getBoundingClientRect().right > innerWidth + 0.5)
                  .map((node) => `${node.tagName} ${node.className} ${getComputedStyle(node).position}`)
                """))
                .as("what sticks out at %s", page.url())
                .isEqualTo(List.of());
    }

    static void hasNoBarrier(Page page) {
        // The one rule for WCAG 2.2 is off by itself.
        var on = new AxeRuleOptions();
        on.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", on));
        var grave = new AxeBuilder(page)
                .options(options).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> "%s at %s: %s"
                                        .formatted(rule.getId(), node.getTarget(), node.getFailureSummary())))
                        .toList();
        Assertions.assertThat(grave).as("barriers on %s", page.url()).isEqualTo(List.of());
    }
}
