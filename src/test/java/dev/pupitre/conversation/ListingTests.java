package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static dev.pupitre.conversation.ConversationRoom.CAMPAIGN;
import static dev.pupitre.conversation.ConversationState.ASSIGNED;
import static dev.pupitre.conversation.ConversationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.pupitre.campaign.Team;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** Which conversations a list has, and in which order. */
class ListingTests {
    private static final Set<ConversationState> OPEN = EnumSet.of(WAITING, ASSIGNED);

    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aTeamsWorkIsWhatItsMembersHaveAndWhatWaitsForIt() {
        var inHand = room.givenToAlice("1");
        var handedOn = room.givenToAlice("2");
        room.conversations.release(handedOn, ALICE.id(), Target.team("night"), null, null);
        room.conversations.queue(handedOn, CAMPAIGN, 0, 1, "night");
        var routed = waiting("3", "night");
        waiting("4", "day");
        room.conversations.assign(waiting("5", "night"), BRUNO.id(), BRUNO.displayName());

        assertThat(list(night(), null, ListOrder.ACTIVITY, false)).containsExactly(inHand, handedOn, routed);
        assertThat(list(night(), "Nothing like it", ListOrder.ACTIVITY, false)).isEmpty();
        assertThat(list(TeamFilter.of(List.of()), null, ListOrder.ACTIVITY, false))
                .isEmpty();
    }

    @Test
    void whatARepeatQueuesForOthersIsTheirWork() {
        var id = waiting("1", "night");

        room.conversations.queue(id, CAMPAIGN, 0, null, "day");
        assertThat(list(night(), null, ListOrder.ACTIVITY, false)).isEmpty();
        room.conversations.queue(id, CAMPAIGN, 0, null, "night");
        assertThat(list(night(), null, ListOrder.ACTIVITY, false)).containsExactly(id);
        room.conversations.queue(id, CAMPAIGN, 0, null, null);

        assertThat(list(night(), null, ListOrder.ACTIVITY, false)).isEmpty();
    }

    @Test
    void findsATeamsWorkThatAnEarlierVersionHasQueued() {
        var routed = queuedBefore(
                "1",
                new Update().push("course.decisions", Map.of("table", "routing", "outputs", Map.of("team", "night"))));
        var handedOn = queuedBefore("2", new Update().set("course.target", Target.team("night")));
        queuedBefore("3", new Update().set("course.target", Target.team("day")));

        assertThat(list(night(), null, ListOrder.ACTIVITY, false)).containsExactly(routed, handedOn);
    }

    /** Which did not write down whom it waits for. */
    private ConversationId queuedBefore(String customer, Update course) {
        var id = waiting(customer, "night");
        room.database
                .template()
                .updateFirst(
                        query(where("conversationId").is(id)),
                        course.unset("course.team"),
                        StoredConversation.class,
                        LiveConversations.COLLECTION);
        return id;
    }

    @Test
    void isSortedEitherWay() {
        var low = queued("1", 0);
        var high = queued("2", 7);
        var lowToo = queued("3", 0);

        assertThat(list(null, null, ListOrder.PRIORITY, true)).containsExactly(high, lowToo, low);
        assertThat(list(null, null, ListOrder.PRIORITY, false)).containsExactly(lowToo, low, high);
        assertThat(list(null, null, ListOrder.OPENED, false)).containsExactly(low, high, lowToo);
        assertThat(list(null, "hello", ListOrder.OPENED, true)).containsExactly(lowToo, high, low);
    }

    @Test
    void wordsAreLookedForInTheLastYearUnlessSomebodySaysSinceWhen() {
        var old = queued("1", 0);
        room.clock.advance(Duration.ofDays(400));
        var recent = queued("2", 0);
        var now = room.clock.instant();

        var bounded = words(null, null).bounded(now);
        assertThat(found(bounded)).containsExactly(recent);
        assertThat(room.archive
                        .list(bounded, ListOrder.OPENED.sort(true), 0, 50)
                        .searchedFrom())
                .isEqualTo(now.minus(Duration.ofDays(365)).truncatedTo(ChronoUnit.DAYS));
        assertThat(found(words(Instant.EPOCH, null).bounded(now))).containsExactly(recent, old);
        assertThat(found(words(null, now.minus(Duration.ofDays(300))).bounded(now)))
                .as("the year before an earlier end")
                .containsExactly(old);
        assertThat(list(null, null, ListOrder.OPENED, true)).containsExactly(recent, old);
    }

    @Test
    void withoutWordsNothingIsBounded() {
        var filter = new ConversationFilter(OPEN, null, null, null, null, null, null, " ");

        assertThat(filter.bounded(room.clock.instant())).isEqualTo(filter);
        assertThat(room.archive.list(filter, ListOrder.OPENED.sort(true), 0, 50).searchedFrom())
                .isNull();
    }

    private List<ConversationId> found(ConversationFilter filter) {
        return room.archive.list(filter, ListOrder.OPENED.sort(true), 0, 50).items().stream()
                .map(Conversation::id)
                .toList();
    }

    private static ConversationFilter words(@Nullable Instant from, @Nullable Instant to) {
        return new ConversationFilter(OPEN, null, null, from, to, null, null, "hello");
    }

    private static TeamFilter night() {
        return TeamFilter.of(List.of(new Team("night", "Night shift", Set.of("alice", "carol"))));
    }

    private List<ConversationId> list(
            @Nullable TeamFilter team, @Nullable String words, ListOrder order, boolean descending) {
        var filter = new ConversationFilter(OPEN, null, null, null, null, null, team, words);
        return room.archive.list(filter, order.sort(descending), 0, 50).items().stream()
                .map(Conversation::id)
                .toList();
    }

    private ConversationId waiting(String customer, String team) {
        return queued(customer, 0, team);
    }

    private ConversationId queued(String customer, int priority) {
        return queued(customer, priority, null);
    }

    private ConversationId queued(String customer, int priority, @Nullable String team) {
        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites(customer, customer + "-first", "Hello");
        var id = room.openWith(customer, 1).conversationId();
        room.conversations.queue(id, CAMPAIGN, priority, null, team);
        return id;
    }
}
