package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts are compared with the letters that they are asked in. */
class LettersCheckTests {
    private final CheckedShop shop = new CheckedShop();

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "\"STOP\"                          ¦ STOP     ¦ stop",
                "\"stop\",\"Désabonner\"           ¦ Désabonner ¦ desabonner",
                "not(\"STOP\")                     ¦ STOP     ¦ stop",
                "contains(?, \"Refund\")           ¦ Refund   ¦ refund",
                "not(starts with(?, \"é\"))        ¦ é        ¦ e",
                "? = \"STOP\" or contains(?, \"x\") ¦ STOP     ¦ stop",
                "contains(?, \"c’est\")            ¦ c’est    ¦ c'est",
                "matches(?, \"(^| )Refund\") ¦ (^| )Refund ¦ (^| )refund"
            })
    void warnsOfLettersThatTheTextIsNeverAskedIn(String cell, String value, String asked) {
        assertThat(shop.routing("text", cell)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.OTHER_LETTERS);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.column()).isEqualTo(4);
            assertThat(finding.params()).containsEntry("value", value).containsEntry("asked", asked);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "text¦contains(?, \" bio \")",
                "text¦contains(upper case(?), \"STOP\")",
                "text¦matches(?, \"(?i)Refund\")",
                "text¦matches(?, \"Refund\", \"i\")",
                "text¦matches(?, \"(^|[^\\p{L}\\p{N}])(refund[\\p{L}\\p{N}]*)([^\\p{L}\\p{N}]|$)\")",
                "text¦matches(?, \"[A-Za-z]+\\W\")",
                "referralRef¦\"PROMO\"",
                "referralRef¦starts with(?, \"Shop-\")",
                "referralRef¦matches(?, \"(?iu)(^|[^\\p{L}\\p{N}])(promo)([^\\p{L}\\p{N}]|$)\")",
                "referralRef¦? = null or not(matches(?, \"(?iu)(promo)\"))",
                "referralRef¦not(\"PROMO\")"
            })
    void takesLettersThatAreAsked(String input, String cell) {
        assertThat(shop.routing(input, cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "referralRef¦matches(?, \"(^|[^a-z0-9])(promo[a-z0-9]*)([^a-z0-9]|$)\")¦LOWER_CASE_ONLY",
                "locale¦matches(?, \"(^|[^\\p{L}\\p{N}])(fr)([^\\p{L}\\p{N}]|$)\")¦LOWER_CASE_ONLY",
                "ad¦not(contains(?, \"6045\"))¦NOTHING_LEFT_OUT"
            })
    void warnsOfWordsThatWereWrittenForTextsOnOtherInputs(String input, String cell, Code code) {
        var dmn = TableFile.of(TableName.LISTENING)
                .row(Map.of(input, cell), "true", "\"sales\"")
                .dmn();

        assertThat(shop.check.check(TableName.LISTENING, dmn))
                .extracting(Finding::severity, Finding::code)
                .containsExactly(tuple(Severity.WARNING, code));
    }
}
