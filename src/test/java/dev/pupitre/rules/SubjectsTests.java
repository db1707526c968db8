package dev.pupitre.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pupitre.engine.TableCompiler;
import dev.pupitre.rules.Backtest.OfDraft;
import dev.pupitre.rules.Backtest.Tested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which table is found to be tried, and as what it is known afterwards. */
class SubjectsTests {
    private static final TableName HOURS = TableName.BUSINESS_HOURS;

    private final RulesRoom room = new RulesRoom();
    private final Subjects subjects =
            new Subjects(room.drafts, room.versions, room.deployments, room.plans, new TableCompiler());

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void knowsADraftByWhatWasSavedOfIt() {
        var draft = room.draft("At first");
        var saved =
                room.drafting.save(HOURS, draft.id(), draft.revision(), RulesRoom.hours("Then"), null, RulesRoom.OTTO);

        var found = subjects.find(HOURS, null, draft.id(), null);

        assertThat(found.subject().dmn()).contains("Then");
        assertThat(found.which())
                .isEqualTo(new Tested(new OfDraft(draft.id(), saved.revision(), "Otto", saved.at()), null));
    }

    @Test
    void knowsAVersionByItsNumber() {
        room.deploy(room.draft("Second"));

        assertThat(subjects.find(HOURS, null, null, 1).which()).isEqualTo(new Tested(null, 1));
        assertThat(subjects.find(HOURS, null, null, null).which()).isEqualTo(new Tested(null, 2));
    }

    @Test
    void knowsAFileByNothing() {
        assertThat(subjects.find(HOURS, RulesRoom.hours("Mine"), null, null).which())
                .isEqualTo(new Tested(null, null));
    }
}
