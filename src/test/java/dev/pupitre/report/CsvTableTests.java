package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static dev.pupitre.report.FactFixture.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.kernel.NotFound;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvTableTests {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private final Names names = mock();

    @Test
    void hasAHeadAndARowForEachDay() {
        var lines = lines(CsvTable.named("days"));

        assertThat(lines.getFirst())
                .startsWith("\uFEFFdate,opened,ignored,answered")
                .contains("firstResponseP90");
        assertThat(lines.get(1)).startsWith("2026-03-02,1,0,1,");
        assertThat(lines).hasSize(2);
    }

    @Test
    void quotesNamesAndMakesNoFormulaOfThem() {
        given(names.campaign("sales")).willReturn("=HYPERLINK(\"http://evil\"), \"Sales\"");

        assertThat(lines(CsvTable.named("campaigns")).get(1))
                .startsWith("sales,\"'=HYPERLINK(\"\"http://evil\"\"), \"\"Sales\"\"\",1");
    }

    @ParameterizedTest
    @MethodSource("dev.pupitre.report.CsvTable#all")
    void tellsEveryTableOfAnEmptyReport(CsvTable table) {
        var report = new Sheet(new Period(DATE, DATE, ZoneOffset.UTC)).report(names, Instant.EPOCH);

        assertThat(new String(table.of(report), UTF_8)).startsWith("\uFEFF");
    }

    @Test
    void saysWhichTablesThereAre() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> CsvTable.named("weeks"))
                .withMessageContaining("days, campaigns, agents, rules, sources, hours");
    }

    private List<String> lines(CsvTable table) {
        var sheet = new Sheet(new Period(DATE, DATE, ZoneOffset.UTC));
        var fact = answered("1", "2026-03-02T10:00:00Z", 30, true);
        sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, 5, "ad:42"));
        return new String(table.of(sheet.report(names, Instant.EPOCH)), UTF_8)
                .lines()
                .toList();
    }
}
