package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.report.RowCounts.VersionRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowCountsTests {
    private final TestDatabase database = new TestDatabase();
    private final Days days = new Days(database.template());
    private final Campaigns campaigns = mock();
    private final RowCounts counts = new RowCounts(new Library(days), campaigns);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void countsTheRowsOfATableInConversationsOpenedInThatTimeOfAllCampaignsAndNone() {
        Campaign sales = mock();
        given(sales.id()).willReturn(new CampaignId("sales"));
        given(campaigns.withArchived()).willReturn(List.of(sales));
        days.add("2026-03-02|sales", List.of(answered("too early", "2026-03-02T09:59:59Z", 30, true)));
        days.add("2026-03-02|sales", List.of(answered("one", "2026-03-02T10:00:00Z", 30, true)));
        days.add("2026-03-03|", List.of(answered("two", "2026-03-03T08:00:00Z", 30, true)));
        days.add("2026-03-04|sales", List.of(answered("three", "2026-03-04T09:59:59Z", 30, true)));
        days.add("2026-03-04|sales", List.of(answered("too late", "2026-03-04T10:00:00Z", 30, true)));

        assertThat(counts.of("listening", Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-04T10:00:00Z")))
                .isEqualTo(Map.of(new VersionRow(1, 2), 3));
        assertThat(counts.of(
                        "business-hours", Instant.parse("2026-03-02T10:00:00Z"), Instant.parse("2026-03-04T10:00:00Z")))
                .isEmpty();
    }
}
