package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.pupitre.conversation.ReadMarks.ReadMark;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import dev.pupitre.kernel.UserId;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadMarksTests {
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BRUNO = new UserId("bruno");
    private static final ConversationId ONE = new ConversationId("c-1");
    private static final ConversationId OTHER = new ConversationId("c-2");

    private final TestDatabase database = new TestDatabase();
    private final LiveFeed feed = mock();
    private final MovableClock clock = new MovableClock();
    private final StoredConversations conversations = mock();
    private final ReadMarks marks = new ReadMarks(database.template(), conversations, feed, clock);

    @BeforeEach
    void conversationsAreThere() {
        given(conversations.isThere(any())).willReturn(true);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void areOfConversationsThatAreThere() {
        given(conversations.isThere(OTHER)).willReturn(false);

        assertThatExceptionOfType(ConversationNotFound.class).isThrownBy(() -> marks.read(ALICE, OTHER, 1));
        assertThatExceptionOfType(ConversationNotFound.class).isThrownBy(() -> marks.unread(ALICE, OTHER));
        assertThat(marks.of(ALICE)).isEmpty();
    }

    @Test
    void areEachUsersOwn() {
        marks.read(ALICE, ONE, 3);
        marks.read(BRUNO, ONE, 1);

        assertThat(marks.of(ALICE)).containsExactly(new ReadMark(ONE, 3, clock.instant()));
        assertThat(marks.of(BRUNO)).containsExactly(new ReadMark(ONE, 1, clock.instant()));
    }

    @Test
    void doNotGoBackForASlowerBrowser() {
        marks.read(ALICE, ONE, 3);
        marks.read(ALICE, ONE, 2);
        marks.read(ALICE, ONE, 3);

        assertThat(marks.of(ALICE)).containsExactly(new ReadMark(ONE, 3, clock.instant()));
        then(feed).should(times(1)).publish(any());
    }

    @Test
    void goBackOnPurpose() {
        marks.read(ALICE, ONE, 3);
        marks.unread(ALICE, ONE);
        assertThat(marks.of(ALICE)).containsExactly(new ReadMark(ONE, 0, clock.instant()));

        marks.read(ALICE, ONE, 3);
        assertThat(marks.of(ALICE)).containsExactly(new ReadMark(ONE, 3, clock.instant()));
    }

    @Test
    void areForgottenOnceNobodyHasLookedForMonths() {
        marks.read(ALICE, ONE, 3);
        clock.advance(Duration.ofDays(91));
        marks.read(ALICE, OTHER, 1);

        marks.keepHouse();

        assertThat(marks.of(ALICE)).containsExactly(new ReadMark(OTHER, 1, clock.instant()));
    }
}
