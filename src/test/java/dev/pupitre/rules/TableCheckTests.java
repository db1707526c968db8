package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.campaign.Team;
import dev.pupitre.campaign.Teams;
import dev.pupitre.engine.FeelCells;
import dev.pupitre.engine.TableCompiler;
import dev.pupitre.identity.People;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.page.Page;
import dev.pupitre.page.Pages;
import dev.pupitre.rules.Finding.Code;
import dev.pupitre.rules.Finding.Severity;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TableCheckTests {
    private static final String[] NOBODY = {"null", "null", "null", "null", "0"};
    private static final String[] URGENT = {"null", "null", "null", "null", "10"};
    private static final String SHOP = "\"shop\"";
    private static final String NIGHT = ">= time(\"22:00:00\"),< time(\"02:00:00\")";
    private static final String WORKDAYS = "\"Monday\",\"Tuesday\",\"Wednesday\",\"Thursday\",\"Friday\"";

    private final Campaigns campaigns = mock();
    private final Teams teams = mock();
    private final People people = mock();
    private final Pages pages = mock();
    private final TableCheck check =
            new TableCheck(new FeelCells(), new TableCompiler(), new NamesCheck(campaigns, teams, people, pages));

    @BeforeEach
    void aShop() {
        var catchAll = Campaign.usual(Campaign.CATCH_ALL, "All", "office", ZoneOffset.UTC);
        given(campaigns.findInUse(Campaign.CATCH_ALL)).willReturn(Optional.of(catchAll));
        given(campaigns.findInUse(new CampaignId("sales"))).willReturn(Optional.of(catchAll));
        given(teams.find("billing")).willReturn(Optional.of(new Team("billing", "Billing", Set.of())));
        given(people.find(new UserId("alice")))
                .willReturn(Optional.of(new People.Person(new UserId("alice"), "Alice", Set.of(Role.AGENT))));
        given(people.find(new UserId("sofia")))
                .willReturn(Optional.of(new People.Person(new UserId("sofia"), "Sofia", Set.of(Role.ANALYST))));
        given(people.find(new UserId("local-program")))
                .willReturn(Optional.of(
                        new People.Person(new UserId("local-program"), "Local program", Set.of(Role.AGENT), true)));
        given(pages.find(new PageId("1001"))).willReturn(Optional.of(mock(Page.class)));
    }

    @ParameterizedTest
    @EnumSource(TableName.class)
    void findsNothingWrongWithWhatIsShipped(TableName table) {
        assertThat(check.check(table, table.packaged())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "contains(?, \"open       | FEEL",
                "some x in 1..100000000 satisfies x < 0 | FEEL",
                "some x in [1, 2] satisfies some y in [1, 2] satisfies x < y | FEEL",
                "contians(?, \"order\")   | UNKNOWN_FUNCTION",
                "order                    | UNKNOWN_NAME",
                "contains(txt, \"order\") | UNKNOWN_NAME"
            })
    void findsAtTheCellWhatIsNoCondition(String cell, Code code) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", cell), NOBODY)
                .dmn();

        var findings = check.check(TableName.ROUTING, dmn);

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.row()).isEqualTo(1);
            assertThat(finding.column()).isEqualTo(4);
            assertThat(finding.line()).isNotNull();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"contains(?, \"a\")) or b | 17 | ) or b", "contains(?, \"open\" | 9 | (?, \"open\""})
    void saysWhereAConditionCannotBeRead(String cell, int at, String near) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", cell), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn))
                .singleElement()
                .satisfies(finding -> assertThat(finding.params())
                        .containsEntry("at", at)
                        .containsEntry("near", near)
                        .containsKey("message"));
    }

    @Test
    void takesFreeFeelForWhatItIs() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(
                        Map.of(
                                "text",
                                "contains(?, kind) or (some word in [\"a\",\"b\"] satisfies contains(text, word))"),
                        NOBODY)
                .row(
                        Map.of("time(localTime)", "?.hour > 12"),
                        "null",
                        "null",
                        "null",
                        "null",
                        "if kind = \"comment\" then 1 else 2")
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).isEmpty();
    }

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

        assertThat(errors(TableName.MESSAGING_POLICY, dmn)).containsExactly(Code.UNKNOWN_VALUE);
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
    void namesAValueOfAnotherTypeWhereRowsAreOfTwo() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), NOBODY)
                .row(Map.of("kind", "5"), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn))
                .extracting(Finding::code)
                .contains(Code.WRONG_INPUT_TYPE);
    }

    @Test
    void demandsARowForAllElse() {
        var dmn = TableFile.empty(TableName.ROUTING)
                .row(Map.of("kind", "\"comment\""), NOBODY)
                .dmn();

        assertThat(errors(TableName.ROUTING, dmn)).containsExactly(Code.NO_CATCH_ALL);
        assertThat(errors(TableName.ROUTING, TableFile.empty(TableName.ROUTING).dmn()))
                .containsExactly(Code.NO_CATCH_ALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|-|\"comment\"|true",
                "kind|\"comment\",\"message\"|\"comment\"|true",
                "kind|\"comment\"|\"comment\",\"message\"|false",
                "kind|not(\"comment\")|\"message\"|true",
                "kind|not(\"comment\")|not(\"comment\",\"message\")|true",
                "kind|not(\"comment\",\"message\")|not(\"comment\")|false",
                "kind|not(\"comment\")|\"comment\"|false",
                "text|contains(?, \"bio\")|contains(?, \"bio\")|true",
                "text|contains(?, \"a\"),contains(?, \"b\")|contains(?, \"b\")|true",
                "text|contains(?, \"bio\")|contains(?, \"biology\")|false",
                "text|contains(?, kind)|contains(?, kind)|false",
                "time(localTime)|>= time(\"09:00:00\")|[time(\"09:00:00\")..time(\"12:00:00\"))|true",
                "time(localTime)|> time(\"09:00:00\")|[time(\"09:00:00\")..time(\"12:00:00\"))|false",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|time(\"12:00:00\")|false"
            })
    void seesRowsThatAnEarlierOneCovers(String input, String earlier, String later, boolean covered) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of(input, earlier, "locale", "\"fr_FR\""), NOBODY)
                .row(Map.of(input, later, "locale", "\"fr_FR\"", "weekday", "\"Monday\""), NOBODY)
                .dmn();

        var findings = check.check(TableName.ROUTING, dmn);

        if (covered) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.NEVER_REACHED);
                assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                assertThat(finding.row()).isEqualTo(2);
                assertThat(finding.params()).containsEntry("by", 1);
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

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
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("text", cell), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).singleElement().satisfies(finding -> {
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
        var dmn =
                TableFile.of(TableName.ROUTING).row(Map.of(input, cell), NOBODY).dmn();

        assertThat(check.check(TableName.ROUTING, dmn)).isEmpty();
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

        assertThat(check.check(TableName.LISTENING, dmn))
                .extracting(Finding::severity, Finding::code)
                .containsExactly(tuple(Severity.WARNING, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"msg\"|UNKNOWN_VALUE",
                "weekday|\"Mon\",\"Tuesday\"|UNKNOWN_VALUE",
                "weekday|not(\"dimanche\")|UNKNOWN_VALUE",
                "time(localTime)|[time(\"18:00:00\")..time(\"09:00:00\"))|EMPTY_RANGE"
            })
    void warnsOfConditionsThatAreNeverMet(String input, String cell, Code code) {
        var dmn =
                TableFile.of(TableName.ROUTING).row(Map.of(input, cell), NOBODY).dmn();

        assertThat(check.check(TableName.ROUTING, dmn))
                .extracting(Finding::severity, Finding::code, Finding::row)
                .containsExactly(tuple(Severity.WARNING, code, 1));
    }

    @Test
    void warnsOfDatesThatEndBeforeTheyBegin() {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("date(localDate)", "[date(\"2026-12-26\")..date(\"2026-12-24\")]"), "false", "null")
                .dmn();

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::column)
                .containsExactly(tuple(Code.EMPTY_RANGE, 2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kind|\"comment\"|\"message\"|\"comment\",\"message\"|true",
                "kind|\"comment\"|\"message\"|\"comment\",\"postback\"|false",
                "kind|\"comment\"|not(\"comment\")|-|false",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|>= time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|true",
                "time(localTime)|[time(\"09:00:00\")..time(\"12:00:00\"))|> time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|false",
                "time(localTime)|< time(\"12:00:00\")|>= time(\"12:00:00\")|[time(\"10:00:00\")..time(\"18:00:00\"))|false"
            })
    void seesRowsThatEarlierOnesCoverTogether(String input, String one, String other, String later, boolean covered) {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of(input, one), NOBODY)
                .row(Map.of(input, other), NOBODY)
                .row(Map.of(input, later, "locale", "\"fr_FR\""), NOBODY)
                .dmn();

        var findings = check.check(TableName.ROUTING, dmn);

        if (covered) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.NEVER_REACHED_BEHIND);
                assertThat(finding.row()).isEqualTo(3);
                assertThat(finding.params()).containsEntry("rows", "1, 2");
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void warnsOfTheNightBeforeWhereTheNightOfADayIsMeant() {
        var friday = Map.of("weekday", "\"Friday\"", "time(localTime)", NIGHT);
        var saturday = Map.of("weekday", "\"Saturday\"", "time(localTime)", "< time(\"02:00:00\")");
        var cut = TableFile.of(TableName.ROUTING).row(friday, URGENT).dmn();
        var whole = TableFile.of(TableName.ROUTING)
                .row(friday, URGENT)
                .row(saturday, URGENT)
                .dmn();
        var other = TableFile.of(TableName.ROUTING)
                .row(friday, URGENT)
                .row(saturday, "null", "null", "null", "null", "5")
                .dmn();
        var everyNight = TableFile.of(TableName.ROUTING)
                .row(Map.of("time(localTime)", NIGHT), URGENT)
                .dmn();

        assertThat(check.check(TableName.ROUTING, cut))
                .extracting(Finding::severity, Finding::code, Finding::row, Finding::column)
                .containsExactly(tuple(Severity.WARNING, Code.NIGHT_OF_A_DAY, 1, 11));
        assertThat(check.check(TableName.ROUTING, whole)).isEmpty();
        assertThat(check.check(TableName.ROUTING, other))
                .extracting(Finding::code)
                .containsExactly(Code.NIGHT_OF_A_DAY);
        assertThat(check.check(TableName.ROUTING, everyNight)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-|[time(\"09:00:00\")..time(\"11:59:00\")),[time(\"12:00:00\")..time(\"18:00:00\"))|11:59|true",
                "-|[time(\"09:00:00\")..time(\"12:00:00\")),[time(\"14:00:00\")..time(\"18:00:00\"))|-|false",
                "-|[time(\"00:00:00\")..time(\"23:59:00\"))|23:59|true",
                "-|[time(\"00:00:00\")..time(\"23:59:59\")]|-|false",
                "-|>= time(\"00:00:00\")|-|false",
                "\"Monday\"|[time(\"00:00:00\")..time(\"23:59:00\"))|-|false"
            })
    void seesMomentsThatOneRowLeavesOut(String weekdays, String times, String from, boolean found) {
        var dmn = TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP, "weekday", weekdays, "time(localTime)", times), "true", "null")
                .dmn();

        var findings = check.check(TableName.BUSINESS_HOURS, dmn);

        if (found) {
            assertThat(findings).singleElement().satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(Code.HOURS_GAP_INSIDE);
                assertThat(finding.params()).containsEntry("from", from);
            });
        } else {
            assertThat(findings).isEmpty();
        }
    }

    @Test
    void seesTheLastMinuteOfADayThatIsLeftOut() {
        var dmn = hours(
                "\"Monday\"", "[time(\"09:00:00\")..time(\"23:59:00\"))",
                "\"Tuesday\"", "[time(\"00:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::row)
                .containsExactly(tuple(Code.HOURS_GAP_INSIDE, 1));
    }

    @Test
    void warnsOfACampaignWhoseScheduleNobodyOpens() {
        given(campaigns.all())
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

    @Test
    void seesHoursThatTwoRowsOpen() {
        var dmn = hours(
                "\"Monday\"", "[time(\"09:00:00\")..time(\"12:30:00\"))",
                "\"Monday\",\"Tuesday\"", "[time(\"12:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code, Finding::row)
                .containsExactly(tuple(Code.HOURS_OVERLAP, 2));
    }

    @Test
    void seesAMomentThatWasLeftOutBetweenTwoRows() {
        var minute =
                hours("-", "[time(\"09:00:00\")..time(\"11:59:00\"))", "-", "[time(\"12:00:00\")..time(\"18:00:00\"))");
        var instant =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "(time(\"12:00:00\")..time(\"18:00:00\"))");
        var lunch =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "[time(\"14:00:00\")..time(\"18:00:00\"))");
        var seamless =
                hours("-", "[time(\"09:00:00\")..time(\"12:00:00\"))", "-", "[time(\"12:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, minute))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
        assertThat(check.check(TableName.BUSINESS_HOURS, instant))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
        assertThat(check.check(TableName.BUSINESS_HOURS, lunch)).isEmpty();
        assertThat(check.check(TableName.BUSINESS_HOURS, seamless)).isEmpty();
    }

    @Test
    void namesSomeOfMyriadsOfHoursAndCountsTheOthers() {
        var rows = 2_000;
        var table = TableFile.of(TableName.BUSINESS_HOURS);
        for (int row = 0; row < rows; row++) {
            var times = "[time(\"%02d:%02d:00\")..time(\"23:59:00\"))".formatted(row % 20, (rows - row) % 60);
            table.row(Map.of("schedule", SHOP, "weekday", WORKDAYS, "time(localTime)", times), "true", "null");
        }

        var findings =
                assertTimeoutPreemptively(
                                Duration.ofSeconds(20), () -> check.check(TableName.BUSINESS_HOURS, table.dmn()))
                        .stream()
                        .filter(finding -> finding.code() != Code.NEVER_REACHED)
                        .toList();

        assertThat(findings).hasSize(HoursCheck.NAMED + 1);
        assertThat(findings.getLast().code()).isEqualTo(Code.HOURS_MORE);
        assertThat(findings.getLast().row()).isNull();
        assertThat((Integer) findings.getLast().params().get("count")).isGreaterThan(rows);
    }

    @Test
    void tellsOnceOfTwoRowsThatLeaveOutAMomentTwice() {
        var dmn = hours(
                "-",
                "[time(\"09:00:00\")..time(\"11:59:00\")),[time(\"14:00:00\")..time(\"15:59:00\"))",
                "-",
                "[time(\"12:00:00\")..time(\"13:59:00\")),[time(\"16:00:00\")..time(\"18:00:00\"))");

        assertThat(check.check(TableName.BUSINESS_HOURS, dmn))
                .extracting(Finding::code)
                .containsExactly(Code.HOURS_GAP);
    }

    @Test
    void saysThatAComparisonWithAnotherTypeNeverMatches() {
        var dmn = TableFile.of(TableName.ROUTING)
                .row(Map.of("kind", "> 3"), NOBODY)
                .dmn();

        assertThat(check.check(TableName.ROUTING, dmn))
                .extracting(Finding::code)
                .containsExactly(Code.WRONG_INPUT_TYPE);
    }

    @Test
    void refusesAFileThatIsNotTheTables() {
        assertThatExceptionOfType(DmnRefused.class)
                .isThrownBy(() -> check.check(TableName.ROUTING, TableName.LISTENING.packaged()));
    }

    private static String hours(String weekdays, String times, String otherWeekdays, String otherTimes) {
        return TableFile.of(TableName.BUSINESS_HOURS)
                .row(Map.of("schedule", SHOP, "weekday", weekdays, "time(localTime)", times), "true", "null")
                .row(Map.of("schedule", SHOP, "weekday", otherWeekdays, "time(localTime)", otherTimes), "true", "null")
                .dmn();
    }

    private List<Code> errors(TableName table, String dmn) {
        return check.check(table, dmn).stream()
                .filter(Finding::isError)
                .map(Finding::code)
                .toList();
    }
}
