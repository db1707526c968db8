package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pupitre.kernel.NotFound;
import dev.pupitre.rules.DmnRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DmnReaderTests {
    private static final String HOURS = TableName.BUSINESS_HOURS.packaged();

    @ParameterizedTest
    @EnumSource(TableName.class)
    void readsThePackagedTables(TableName table) {
        var file = DmnReader.read(table, table.packaged());

        assertThat(file.rows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.inputs()).hasSameSizeAs(file.inputs());
            assertThat(row.outputs()).hasSameSizeAs(file.outputs());
        });
    }

    @Test
    void readsColumnsCellsAndWhatIsWrittenBesideARow() {
        var file = DmnReader.read(TableName.BUSINESS_HOURS, HOURS);

        assertThat(file.description()).startsWith("Whether a schedule is open");
        assertThat(file.inputs().getLast())
                .isEqualTo(
                        new DmnFile.Input("Local time", "time(localTime)", "time", lineOf("business-hours-input-4-")));
        assertThat(file.outputs().getFirst())
                .isEqualTo(new DmnFile.Output("Open", "open", "boolean", lineOf("business-hours-output-1\"")));
        var row = file.rows().get(1);
        assertThat(row.id()).isEqualTo("business-hours-rule-2");
        assertThat(row.number()).isEqualTo(2);
        assertThat(row.annotation()).isEqualTo("Office hours");
        assertThat(row.inputs().getLast().text()).isEqualTo("[time(\"09:00:00\")..time(\"18:00:00\"))");
        assertThat(row.inputs().getLast().line()).isEqualTo(lineOf("business-hours-rule-2-input-4") + 1);
        assertThat(row.outputs()).extracting(DmnFile.Cell::text).containsExactly("true", "null");
    }

    private static int lineOf(String text) {
        return HOURS.substring(0, HOURS.indexOf(text)).lines().toList().size();
    }

    @Test
    void takesWhatWasWrittenWithAnotherPrefixOrAsCharacterData() {
        var prefixed = HOURS.replace("xmlns=\"https", "xmlns:dmn=\"https")
                .replaceAll("<(/?)(?=[a-zA-Z]+[ >/])(?!\\?)", "<$1dmn:")
                .replace("<dmn:text>\"always\"</dmn:text>", "<dmn:text><![CDATA[\"always\"]]></dmn:text>");

        assertThat(DmnReader.read(TableName.BUSINESS_HOURS, prefixed).rows())
                .extracting(DmnFile.Row::texts)
                .isEqualTo(DmnReader.read(TableName.BUSINESS_HOURS, HOURS).rows().stream()
                        .map(DmnFile.Row::texts)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_XML              | <decision id=\"business-hours\"  | <decision id=business-hours        | 3",
                "NOT_XML              | </definitions>                   | ''                                 | 101",
                "NOT_XML              | </definitions>                   | </definitions><more/>              | 100",
                "NOT_DMN              | 20191111/MODEL                   | 20180521/MODEL                     | 2",
                "ENCODING             | encoding=\"UTF-8\"               | encoding=\"UTF-16\"                | 1",
                "MODEL_ID             | id=\"business-hours-model\"      | id=\"Definitions_1\"               | 2",
                "SEVERAL_DECISIONS    | </decision>                      | </decision><decision id=\"b\"/>    | 92",
                "NO_DECISION          | decision                         | decisions                          | 2",
                "OTHER_DECISION       | decision id=\"business-hours\"   | decision id=\"routing\"            | 3",
                "NO_TABLE             | decisionTable                    | literalExpression                  | 3",
                "UNSUPPORTED_ELEMENT  | <dmndi:DMNDI>                    | <businessKnowledgeModel id=\"b\"/><dmndi:DMNDI> | 93",
                "HIT_POLICY           | hitPolicy=\"FIRST\"              | hitPolicy=\"COLLECT\"              | 5",
                "HIT_POLICY           | hitPolicy=\"FIRST\"              | ''                                 | 5",
                "OTHER_INPUTS         | <text>weekday</text>             | <text>day</text>                   | 17",
                "OTHER_INPUTS         | typeRef=\"date\"                 | typeRef=\"string\"                 | 12",
                "OTHER_OUTPUTS        | name=\"open\"                    | name=\"closed\"                    | 26",
                "ROW_ID               | id=\"business-hours-rule-2\"     | id=\"business-hours-rule-1\"       | 49",
                "ROW_ID               | <rule id=\"business-hours-rule-1\"> | <rule>                          | 28",
                "UNSUPPORTED_LANGUAGE | <inputEntry id=\"business-hours-rule-1-input-1\" | <inputEntry expressionLanguage=\"juel\" | 30"
            })
    void refusesWhatIsNotTheTableWithTheReasonAndTheLine(Reason reason, String text, String instead, int line) {
        assertThat(HOURS).contains(text);

        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> DmnReader.read(TableName.BUSINESS_HOURS, HOURS.replace(text, instead)))
                .returns(reason, DmnRefused::reason)
                .returns(line, DmnRefused::line);
    }

    @Test
    void refusesADocumentTypeBeforeAnythingOfItIsOpened() {
        var outside = HOURS.replace(
                "?>\n", "?>\n<!DOCTYPE definitions [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>\n");

        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(
                        () -> DmnReader.read(TableName.BUSINESS_HOURS, outside.replace("Round the clock", "&secret;")))
                .returns(Reason.DOCTYPE, DmnRefused::reason)
                .returns(2, DmnRefused::line);
    }

    @Test
    void refusesAnEntityThatNobodyDeclared() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(
                        () -> DmnReader.read(TableName.BUSINESS_HOURS, HOURS.replace("Round the clock", "&secret;")))
                .returns(Reason.NOT_XML, DmnRefused::reason);
    }

    @Test
    void refusesRowsThatLackACell() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> DmnReader.read(
                        TableName.BUSINESS_HOURS,
                        HOURS.replaceFirst(
                                "(?s)<outputEntry id=\"business-hours-rule-2-output-2\">.*?</outputEntry>", "")))
                .returns(Reason.CELLS, DmnRefused::reason)
                .returns(49, DmnRefused::line);
    }

    @Test
    void refusesWhatIsLargerThanOneMegabyte() {
        var large = HOURS.replace("Round the clock", "é".repeat(DmnReader.LARGEST / 2));

        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> DmnReader.read(TableName.BUSINESS_HOURS, large))
                .returns(Reason.TOO_LARGE, DmnRefused::reason);
    }

    @Test
    void takesAFileThatBeginsWithAMarkOfItsByteOrder() {
        assertThat(DmnReader.read(TableName.BUSINESS_HOURS, "\uFEFF" + HOURS).rows())
                .hasSize(3);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> DmnReader.read(TableName.BUSINESS_HOURS, "  \n"))
                .returns(Reason.NOT_XML, DmnRefused::reason);
    }

    @Test
    void knowsNoOtherTables() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> TableName.of("proactive"));
    }
}
