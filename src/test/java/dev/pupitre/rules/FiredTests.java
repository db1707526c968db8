package dev.pupitre.rules;

import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import dev.pupitre.conversation.VerdictCounts;
import dev.pupitre.report.RowCounts;
import dev.pupitre.report.RowCounts.VersionRow;
import dev.pupitre.rules.Fired.RowFired;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FiredTests {
    private final RulesRoom room = new RulesRoom();
    private final RowCounts counts = mock();
    private final VerdictCounts verdicts = mock();
    private final Fired fired = new Fired(counts, verdicts, room.versions, room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void countsForARowWhatItDecidedAtItsOldPlaceInAnEarlierVersion() {
        var moved = BUSINESS_HOURS.packaged().replace("rule id=\"business-hours-rule-1\"", "rule id=\"new\"");
        var file = DmnReader.read(BUSINESS_HOURS, moved.replace("business-hours-rule-2\"", "business-hours-rule-1\""));
        var now = room.clock.instant();
        given(counts.of("business-hours", now.minus(Duration.ofDays(7)), now))
                .willReturn(Map.of(
                        new VersionRow(1, 1), 10,
                        new VersionRow(1, 2), 100,
                        new VersionRow(1, 9), 1000,
                        new VersionRow(2, 2), 5,
                        new VersionRow(2, 3), 2,
                        new VersionRow(77, 1), 3));

        assertThat(fired.lately(file, 2)).containsExactly(new RowFired(1, 0), new RowFired(2, 15), new RowFired(3, 2));
    }

    @Test
    void countsTheMessagesThatTheMessagingPolicyWasAskedAbout() {
        var file = DmnReader.read(TableName.MESSAGING_POLICY, TableName.MESSAGING_POLICY.packaged());
        given(verdicts.since(room.clock.instant().minus(Duration.ofDays(7))))
                .willReturn(Map.of(new VerdictCounts.VersionRow(1, 6), 40, new VerdictCounts.VersionRow(77, 1), 3));

        assertThat(fired.lately(file, 1)).hasSize(file.rows().size()).contains(new RowFired(6, 40), new RowFired(1, 0));
        verifyNoInteractions(counts);
    }

    @Test
    void saysOfEveryRowThatItNeverDecided() {
        given(counts.of(eq("business-hours"), any(), any())).willReturn(Map.of());

        assertThat(fired.lately(DmnReader.read(BUSINESS_HOURS, BUSINESS_HOURS.packaged()), 1))
                .containsExactly(new RowFired(1, 0), new RowFired(2, 0), new RowFired(3, 0));
    }
}
