package dev.pupitre.report;

import static dev.pupitre.report.FactFixture.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import dev.pupitre.campaign.Campaign;
import dev.pupitre.campaign.Campaigns;
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryTests {
    private static final String MONDAY = "2026-03-02|sales";
    private static final String TUESDAY = "2026-03-03|sales";
    private static final Fact ONE = answered("1", "2026-03-02T10:00:00Z", 30, true);
    private static final Fact TWO = answered("2", "2026-03-03T10:00:00Z", 30, true);
    private static final Fact THREE = answered("3", "2026-03-03T11:00:00Z", 30, true);

    private final TestDatabase database = new TestDatabase();
    private final Days days = spy(new Days(database.template()));
    private final Library library = new Library(days);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsAgainOnlyWhatHasChanged() {
        days.add(MONDAY, List.of(ONE));
        days.add(TUESDAY, List.of(TWO));
        assertThat(facts()).containsExactlyInAnyOrder(ONE, TWO);
        clearInvocations(days);

        days.add(TUESDAY, List.of(THREE));

        assertThat(facts()).containsExactlyInAnyOrder(ONE, TWO, THREE);
        then(days).should().find(List.of(TUESDAY));
    }

    @Test
    void whoOpensTheYearAfterAStartReadsNoDayAgain() {
        Campaigns campaigns = mock();
        Campaign sales = mock();
        given(sales.id()).willReturn(new CampaignId("sales"));
        given(campaigns.withArchived()).willReturn(List.of(sales));
        days.add(MONDAY, List.of(ONE));
        days.add("2025-03-05|", List.of(TWO));
        var clock = Clock.fixed(Instant.parse("2026-03-03T12:00:00Z"), ZoneOffset.UTC);
        var reporting = new Reporting(library, campaigns, mock(), mock(), clock);

        new Warming(reporting, clock).warm();

        clearInvocations(days);
        assertThat(library.read(List.of(MONDAY, "2025-03-05|"))).hasSize(2);
        then(days).should().find(List.of());
    }

    @Test
    void leavesOutDaysThatAreNotThere() {
        assertThat(facts()).isEmpty();
    }

    private List<Fact> facts() {
        return library.read(List.of(MONDAY, TUESDAY)).stream()
                .flatMap(day -> day.facts().stream())
                .toList();
    }
}
