package dev.pupitre.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTests {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "＝1"})
    void holdsNoFormulas(String text) throws IOException {
        assertThat(written(text)).contains("'" + text);
    }

    @Test
    void aNumberBelowZeroIsNoFormula() throws IOException {
        assertThat(written(-2)).contains("\n-2,");
    }

    @Test
    void aTableWithoutRowsHasItsHead() throws IOException {
        var out = new StringWriter();
        new Spreadsheet(out, List.of("text")).close();
        assertThat(out).hasToString("\uFEFFtext\n");
    }

    @Test
    void commasQuotesAndLinesStayWithinTheirCell() throws IOException {
        assertThat(written("He said \"no\",\nand left")).endsWith("\"He said \"\"no\"\",\nand left\",1,\n");
    }

    @Test
    void lettersAreReadAsWhatTheyAre() throws IOException {
        assertThat(written("Zoé")).isEqualTo("\uFEFFtext,count,none\nZoé,1,\n");
    }

    private static String written(Object text) throws IOException {
        var out = new StringWriter();
        try (var sheet = new Spreadsheet(out, List.of("text", "count", "none"))) {
            sheet.row(text, 1, null);
        }
        return out.toString();
    }
}
