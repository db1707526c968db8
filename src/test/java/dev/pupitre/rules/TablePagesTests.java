package dev.pupitre.rules;

import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TablePagesTests {
    private final RulesRoom room = new RulesRoom();
    private final TablePages pages = new TablePages(
            room.deployments,
            room.drafts,
            new Choices(mock(), mock(), mock(), mock(), room.tables),
            new Fired(mock(), room.versions, room.clock),
            RulesRoom.settings(false));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void saysThatATableHasTheColumnsOfAnEarlierPupitre() {
        assertThat(pages.all()).extracting(TableSummary::outdated).containsOnly(false);
        var old = BUSINESS_HOURS.packaged().replace("<text>weekday</text>", "<text>dayOfWeek</text>");
        assertThat(room.versions.add(room.following(new Deployments.Change(1, null, null, old))))
                .isTrue();

        var again = room.restarted();

        assertThat(again.versions.current(BUSINESS_HOURS).orElseThrow().dmn())
                .as("what analysts have deployed goes on deciding")
                .isEqualTo(old);
        assertThat(pages.of(BUSINESS_HOURS).outdated()).isTrue();
        assertThat(pages.all())
                .filteredOn(TableSummary::outdated)
                .extracting(TableSummary::table)
                .containsExactly("business-hours");
    }

    @Test
    void saysOfWhichTableNoDecisionsAreKept() {
        assertThat(pages.of(BUSINESS_HOURS).recorded()).isTrue();
        assertThat(pages.of(TableName.MESSAGING_POLICY).recorded()).isFalse();
    }
}
