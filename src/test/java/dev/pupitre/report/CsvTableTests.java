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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableTests {
    private static final LocalDate DATE = LocalDate.of(2026, 3, 2);

    private static final String FIGURES = "opened,ignored,answered,contained,assistant,abandoned,unanswered,due,inTime,"
            + "waitingAverage,waitingP50,waitingP90,firstResponseAverage,firstResponseP50,firstResponseP90,"
            + "\"firstResponseInHoursAverage\",firstResponseInHoursP50,firstResponseInHoursP90,"
            + "firstAnswerAverage,firstAnswerP50,firstAnswerP90,"
            + "handlingAverage,handlingP50,handlingP90,score,scores,comments,"
            + "assistantResponseAverage,assistantResponseP50,assistantResponseP90,"
            + "waitingInHoursAverage,waitingInHoursP50,waitingInHoursP90,"
            + "\"waitingAfterAssistantAverage\",waitingAfterAssistantP50,waitingAfterAssistantP90,"
            + "\"waitingWithoutAssistantAverage\",\"waitingWithoutAssistantP50\",\"waitingWithoutAssistantP90\"";

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
        assertThat(empty(table)).startsWith("\uFEFF");
    }

    /** Whoever reads these files by a program finds a column by its place or its name. */
    @ParameterizedTest
    @CsvSource({"days, 'date,'", "campaigns, 'id,name,'", "agents, 'id,name,'", "sources, 'kind,ref,'"})
    void hasTheFiguresInThisOrderBehindWhatTheyAreOf(String table, String of) {
        assertThat(lines(CsvTable.named(table)).getFirst()).isEqualTo("\uFEFF" + of + FIGURES);
        assertThat(empty(CsvTable.named(table))).startsWith("\uFEFF" + of + FIGURES);
    }

    @Test
    void hasItsOwnColumnsWhereItCountsRowsOrHours() {
        assertThat(lines(CsvTable.named("rules")).getFirst()).isEqualTo("\uFEFFtable,version,row,count");
        assertThat(lines(CsvTable.named("hours")).getFirst())
                .isEqualTo("\uFEFFweekday,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1", "-2", "@SUM(A1)"})
    void makesNoFormulaOfANameOrALink(String text) {
        given(names.campaign("sales")).willReturn(text);
        assertThat(lines(CsvTable.named("campaigns")).get(1)).startsWith("sales,\"'" + text + "\",1");

        var sheet = new Sheet(new Period(DATE, DATE, ZoneOffset.UTC));
        // A link that fewer have followed is not named.
        for (var id : List.of("1", "2", "3")) {
            var fact = answered(id, "2026-03-02T10:00:00Z", 30, true);
            sheet.add("sales", with(fact, Fact.Outcome.ANSWERED, 5, "link:" + text));
        }
        assertThat(new String(CsvTable.named("sources").of(sheet.report(names, Instant.EPOCH)), UTF_8))
                .contains("\nlink,\"'" + text + "\",3");
    }

    @Test
    void saysWhichTablesThereAre() {
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> CsvTable.named("weeks"))
                .withMessageContaining("days, campaigns, agents, rules, sources, hours");
    }

    private String empty(CsvTable table) {
        var report = new Sheet(new Period(DATE, DATE, ZoneOffset.UTC)).report(names, Instant.EPOCH);
        return new String(table.of(report), UTF_8);
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
