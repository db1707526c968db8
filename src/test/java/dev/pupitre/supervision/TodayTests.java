package dev.pupitre.supervision;

import static dev.pupitre.supervision.Ends.closed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.ConversationEvent;
import dev.pupitre.conversation.ConversationNotFound;
import dev.pupitre.conversation.Conversations;
import dev.pupitre.conversation.Party;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MovableClock;
import dev.pupitre.kernel.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TodayTests {
    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = new TestDatabase();
    private final Endings endings = new Endings(database.template());
    private final Conversations conversations = mock();
    private final Today here = new Today(endings, conversations, clock);
    private final Today there = new Today(endings, conversations, clock);

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void whatEndsOnOneNodeIsKnownOnAll() {
        ends(here, "c-1");
        assertThat(there.endings()).hasSize(1);

        clock.advance(Duration.ofMinutes(7));
        ends(here, "c-2");

        assertThat(there.endings()).hasSize(2);
        assertThat(here.endings()).hasSize(2);
    }

    @Test
    void whatIsToldAgainAfterACrashCountsOnce() {
        ends(here, "c-1");
        ends(here, "c-1");
        clock.advance(Duration.ofMinutes(3));
        ends(there, "c-1");

        assertThat(here.endings()).hasSize(1);
        assertThat(new Today(endings, conversations, clock).endings()).hasSize(1);
    }

    @Test
    void aNodeThatStartsKnowsTheDaySoFarAndNoMore() {
        ends(here, "c-1");
        clock.advance(Duration.ofHours(20));
        ends(here, "c-2");

        assertThat(new Today(endings, conversations, clock).endings()).hasSize(2);
        clock.advance(Duration.ofHours(20));
        here.forget();

        assertThat(here.endings())
                .extracting(Ending::conversation)
                .containsExactly(new ConversationId("c-2"))
                .isEqualTo(new Today(endings, conversations, clock)
                        .endings().stream().map(Ending::conversation).toList());
        assertThat(database.template().getCollection("endings").countDocuments())
                .isOne();
    }

    @Test
    void whatIsErasedMeanwhileDoesNotCount() {
        var id = new ConversationId("c-1");
        given(conversations.get(id)).willThrow(new ConversationNotFound(id));

        here.on(new ConversationEvent.Closed(id, new Party("alice", "Alice")));

        assertThat(here.endings()).isEmpty();
    }

    private void ends(Today node, String id) {
        var now = clock.instant();
        var over = closed(id, "alice", now.minusSeconds(90), now);
        given(conversations.get(over.id())).willReturn(over);
        node.on(new ConversationEvent.Closed(over.id(), over.assignee()));
    }
}
