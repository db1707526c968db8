package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.conversation.FiredRows;
import dev.pupitre.conversation.FiredRows.Fired;
import dev.pupitre.conversation.FiredRows.Row;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.report.RowCounts.VersionRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowCountsTests {
    private static final Instant FROM = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-04T10:00:00Z");

    private final TestDatabase database = new TestDatabase();
    private final Days days = new Days(database.template());
    private final Campaigns campaigns = mock();
    private final Uncounted uncounted = new Uncounted(database.template());
    private final FiredRows fired = mock();
    private final RowCounts counts = new RowCounts(new Library(days), campaigns, uncounted, fired);

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

        assertThat(counts.of("listening", FROM, TO)).isEqualTo(Map.of(new VersionRow(1, 2), 3));
        assertThat(counts.of("business-hours", FROM, TO)).isEmpty();
    }

    @Test
    void countsWhatWasDecidedAboutConversationsThatAreStillOpenOrHaveJustEnded() {
        given(fired.open(eq(FROM), eq(TO), anyInt())).willReturn(List.of(decided("open", new Row("listening", 2, 1))));
        uncounted.add(new ConversationId("ended"));
        given(fired.over(List.of(new ConversationId("ended")), FROM, TO))
                .willReturn(List.of(decided("ended", new Row("listening", 1, 2), new Row("routing", 1, 1))));

        assertThat(counts.of("listening", FROM, TO))
                .isEqualTo(Map.of(new VersionRow(2, 1), 1, new VersionRow(1, 2), 1));
    }

    @Test
    void countsAConversationOnceThatEndsWhileItIsCounted() {
        var rows = new Row[] {new Row("listening", 1, 2), new Row("routing", 1, 1)};
        given(fired.open(eq(FROM), eq(TO), anyInt())).willReturn(List.of(decided("one", rows), decided("two", rows)));
        uncounted.add(new ConversationId("one"));
        uncounted.add(new ConversationId("two"));
        given(fired.over(List.of(new ConversationId("one"), new ConversationId("two")), FROM, TO))
                .willReturn(List.of(decided("one", rows), decided("two", rows)));
        days.add("2026-03-03|", List.of(answered("two", "2026-03-03T08:00:00Z", 30, true)));

        assertThat(counts.of("listening", FROM, TO)).isEqualTo(Map.of(new VersionRow(1, 2), 2));
    }

    private static Fired decided(String conversation, Row... rows) {
        return new Fired(new ConversationId(conversation), List.of(rows));
    }
}
