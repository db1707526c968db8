package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.BDDMockito.given;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns, teams, agents, Pages and tags that a table names have to be there. */
class NamesCheckTests {
    private final CheckedShop shop = new CheckedShop();
    private final TableCheck check = shop.check;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nobody\"|null|null|null|0|UNKNOWN_VALUE|12",
                "\"team\"|\"sales\"|null|null|0|UNKNOWN_TEAM|13",
                "\"team\"|null|null|null|0|MISSING_NAME|13",
                "\"agent\"|null|\"sofia\"|null|0|UNKNOWN_AGENT|14",
                "\"agent\"|null|\"local-program\"|null|0|UNKNOWN_AGENT|14",
                "\"agent\"|null|\"no such/name\"|null|0|UNKNOWN_AGENT|14",
                "true|null|null|null|0|WRONG_TYPE|12",
                "null|null|null|null|\"high\"|WRONG_TYPE|16",
                "null|null|null|null|null50|WRONG_TYPE|16",
                "null|billing|null|null|0|UNKNOWN_NAME|13",
                "null|null|null|null|''|EMPTY_OUTPUT|16"
            })
    void findsWhatCannotBeFollowed(
            String target, String team, String agent, String expertise, String priority, Code code, int column) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), target, team, agent, expertise, priority)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.column()).isEqualTo(column);
            assertThat(finding.isError()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null|null|\"alice\"|14",
                "null|\"billing\"|null|13",
                "\"\"|null|\"alice\"|14",
                "\"ai\"|null|\"alice\"|14",
                "\"team\"|\"billing\"|\"alice\"|14",
                "\"agent\"|\"billing\"|\"alice\"|13"
            })
    void warnsOfWhomTheTargetDoesNotMean(String target, String team, String agent, int column) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), target, team, agent, "null", "0")
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(Code.IDLE_NAME);
            assertThat(finding.column()).isEqualTo(column);
            assertThat(finding.isError()).isFalse();
        });
    }

    @Test
    void knowsTeamsAndAgentsThatAreThere() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("campaign", "\"sales\""), "\"team\"", "\"billing\"", "null", "null", "0")
                .row(Map.of("page", "\"1001\""), "\"agent\"", "null", "\"alice\"", "null", "0")
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).isEmpty();
    }

    @Test
    void warnsOfConditionsOnWhatIsNotThere() {
        var dmn = TableFile.of(TableName.LISTENING)
                .row(Map.of("page", "\"1001\",\"9999\""), "true", "\"gone\"")
                .dmn();

        assertThat(check.check(TableName.LISTENING, dmn))
                .extracting(Finding::severity, Finding::code, Finding::row, Finding::column)
                .containsExactly(
                        tuple(Severity.ERROR, Code.UNKNOWN_CAMPAIGN, 1, 12),
                        tuple(Severity.WARNING, Code.UNKNOWN_PAGE, 1, 1));
    }

    @Test
    void refusesTagsThatMetaHasTakenOut() {
        var dmn = TableFile.of(TableName.MESSAGING_POLICY)
                .row(Map.of("author", "\"human\""), "true", "\"MESSAGE_TAG\"", "\"ACCOUNT_UPDATE\"", "null", "null")
                .dmn();

        assertThat(shop.errors(TableName.MESSAGING_POLICY, dmn)).containsExactly(Code.UNKNOWN_VALUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-                      | AUTOMATIC_TAG",
                "\"human\",\"bot\"  | AUTOMATIC_TAG",
                "not(\"bot\")         | AUTOMATIC_TAG",
                "not(\"bot\",\"system\") |",
                "\"human\"            |"
            })
    void namesTheRowThatWouldTagWhatNobodyHasWritten(String author, @Nullable Code code) {
        var dmn = TableFile.of(TableName.MESSAGING_POLICY)
                .row(
                        Map.of("author", author, "hoursSinceMessage", "< 5"),
                        "true",
                        "\"MESSAGE_TAG\"",
                        "\"HUMAN_AGENT\"",
                        "null",
                        "null")
                .dmn();

        assertThat(check.check(TableName.MESSAGING_POLICY, dmn))
                .filteredOn(finding -> finding.code() == Code.AUTOMATIC_TAG)
                .extracting(Finding::code, Finding::row, Finding::isError)
                .isEqualTo(code == null ? List.of() : List.of(tuple(code, 1, false)));
    }

    @Test
    void warnsOfACampaignWhoseScheduleNobodyOpens() {
        given(shop.campaigns.all())
                .willReturn(List.of(
                        Campaign.usual(Campaign.CATCH_ALL, "All", "office", ZoneOffset.UTC),
                        Campaign.usual(new CampaignId("sales"), "Sales", "Ofice", ZoneOffset.UTC)));

        assertThat(check.check(TableName.BUSINESS_HOURS, TableName.BUSINESS_HOURS.packaged()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo(Code.NO_HOURS);
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.params())
                            .containsEntry("campaign", "Sales")
                            .containsEntry("schedule", "Ofice");
                });
    }
}
