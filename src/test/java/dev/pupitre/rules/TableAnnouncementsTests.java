package dev.pupitre.rules;

import static dev.pupitre.rules.TableName.BUSINESS_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import dev.pupitre.kernel.Caller;
import dev.pupitre.kernel.Role;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What open screens hear while an analyst works. */
class TableAnnouncementsTests {
    private final RulesRoom room = new RulesRoom();
    private final LiveFeed feed = mock();
    private final TableAnnouncements announcements = new TableAnnouncements(feed);

    @AfterEach
    void close() {
        room.close();
    }

    private List<LiveEvent> told() {
        room.happened.forEach(event -> {
            switch (event) {
                case VersionDeployed deployed -> announcements.on(deployed);
                case Drafts.Changed changed -> announcements.on(changed);
                default -> throw new AssertionError(event);
            }
        });
        return mockingDetails(feed).getInvocations().stream()
                .map(invocation -> (LiveEvent) invocation.getArgument(0))
                .toList();
    }

    @Test
    void tellsOfADraftUntilItIsAVersion() {
        var draft = room.draft("Shut");
        var saved = room.drafting.save(BUSINESS_HOURS, draft.id(), 1, RulesRoom.hours("Zu"), null, RulesRoom.OTTO);
        var version = room.deploy(saved);

        assertThat(told())
                .extracting(LiveEvent::name, LiveEvent::data)
                .containsExactly(
                        tuple("table-draft", new Drafts.Changed("business-hours", draft.id(), DraftView.of(draft))),
                        tuple("table-draft", new Drafts.Changed("business-hours", draft.id(), DraftView.of(saved))),
                        tuple("table-version", VersionView.of(version)),
                        tuple("table-draft", new Drafts.Changed("business-hours", draft.id(), null)));
    }

    @Test
    void tellsNobodyElseThanThoseWhoMayReadTheTables() {
        room.drafts.remove(BUSINESS_HOURS, room.draft("Shut").id());

        assertThat(told()).hasSize(2).allSatisfy(event -> {
            assertThat(event.audience().includes(with(Role.AGENT))).isFalse();
            assertThat(event.audience().includes(with(Role.SUPERVISOR))).isTrue();
            assertThat(event.audience().includes(with(Role.ANALYST))).isTrue();
            assertThat(event.audience().includes(with(Role.ADMIN))).isTrue();
        });
    }

    private static Caller with(Role role) {
        return new Caller(new UserId("somebody"), "Somebody", Set.of(role));
    }
}
