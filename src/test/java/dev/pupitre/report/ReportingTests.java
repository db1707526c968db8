package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.Channel;
import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.conversation.VerdictCounts.VersionRow;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.report.Report.OfRow;
import dev.pupitre.report.Reporting.Filter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Within its three days Paris puts its clocks forward. */
class ReportingTests {
    private static final CampaignId SALES = new CampaignId("sales");
    private static final Period PERIOD =
            new Period(LocalDate.of(2026, 3, 28), LocalDate.of(2026, 3, 30), ZoneId.of("Europe/Paris"));

    private final TestDatabase database = new TestDatabase();
    private final Days days = new Days(database.template());
    private final Campaigns campaigns = mock();
    private final Names names = mock();
    private final VerdictCounts verdicts = mock();
    private final Reporting reporting = new Reporting(new Library(days), campaigns, names, verdicts, Clock.systemUTC());

    @BeforeEach
    void oneConversationOfSales() {
        Campaign sales = mock();
        given(sales.id()).willReturn(SALES);
        given(campaigns.withArchived()).willReturn(List.of(sales));
        given(names.campaign(anyString())).willAnswer(call -> call.getArgument(0));
        given(names.agent(anyString())).willAnswer(call -> call.getArgument(0));
        days.add("2026-03-28|sales", List.of(answered("1", "2026-03-28T10:00:00Z", 10, true)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsWhatTheMessagingPolicySaidFromTheFirstMomentOfThePeriodToItsLast() {
        given(verdicts.between(Instant.parse("2026-03-27T23:00:00Z"), Instant.parse("2026-03-30T22:00:00Z")))
                .willReturn(Map.of(new VersionRow(2, 6), 40));

        assertThat(reporting.report(new Filter(PERIOD, null, null, null)).rules())
                .containsExactly(
                        new OfRow("listening", 1, 2, 1),
                        new OfRow("messaging-policy", 2, 6, 40),
                        new OfRow("routing", 1, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void leavesTheMessagingPolicyOutOfSomeConversationsAlone(Filter filter) {
        assertThat(reporting.report(filter).rules())
                .containsExactly(new OfRow("listening", 1, 2, 1), new OfRow("routing", 1, 1, 1));
        verifyNoInteractions(verdicts);
    }

    private static Stream<Filter> filters() {
        return Stream.of(
                new Filter(PERIOD, SALES, null, null),
                new Filter(PERIOD, null, "alice", null),
                new Filter(PERIOD, null, null, Channel.MESSENGER));
    }
}
