package dev.pupitre.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderTests {
    @Test
    void isFilledWithItsValueAsItStands() {
        var text = Placeholder.fill(
                "Bonjour {{customer.firstName}}, {{ agent }} vous répond.",
                Map.of(Placeholder.CUSTOMER_FIRST_NAME, "Zoé $1", Placeholder.AGENT, "Alice"));

        assertThat(text).isEqualTo("Bonjour Zoé $1, Alice vous répond.");
    }

    @Test
    void leavesNoGapWhereItHasNoValue() {
        assertThat(Placeholder.fill("Hello {{customer.firstName}}, we are here.", Map.of()))
                .isEqualTo("Hello, we are here.");
        assertThat(Placeholder.fill("{{agent}} answers", Map.of(Placeholder.AGENT, " ")))
                .isEqualTo("answers");
    }

    @Test
    void isNotFilledASecondTime() {
        var text = Placeholder.fill(
                "Hello {{customer.firstName}}",
                Map.of(Placeholder.CUSTOMER_FIRST_NAME, "{{agent}}", Placeholder.AGENT, "Alice"));

        assertThat(text).isEqualTo("Hello {{agent}}");
    }

    @Test
    void isNamedWhereItIsUnknown() {
        assertThat(Placeholder.unknownIn("{{agent}} {{customer.lastName}} {{ nextopening }} {{}}"))
                .containsExactly("customer.lastName", "nextopening", "");
    }

    @Test
    void tellsAMomentInTheCustomersLanguage() {
        var opening = ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneId.of("Europe/Paris"));

        assertThat(Placeholder.moment(opening, "fr_FR")).contains("lundi 23 novembre 2026", "09:00");
        assertThat(Placeholder.moment(opening, "en_GB")).contains("Monday", "23 November 2026", "09:00");
        assertThat(Placeholder.moment(opening, null)).contains("Monday, November 23, 2026", "9:00");
        assertThat(Placeholder.moment(opening, "not a locale")).contains("Monday");
    }
}
