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
import dev.pupitre.kernel.CampaignId;
import dev.pupitre.kernel.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Update;

/** Which conversations a list has, and in which order. */
class ListingTests {
    private static final Set<ConversationState> OPEN = EnumSet.of(WAITING, ASSIGNED);

    private static final ConversationFilter ANY =
            new ConversationFilter(Set.of(), null, null, null, null, null, null, null);

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

    /** Over many recordings, the first page is read from an index, whose keys must be those of the order. */
    @ParameterizedTest
    @EnumSource
    void recordingsHaveAnIndexForThisOrderEitherWay(ListOrder order) {
        assertThat(Recordings.indexes().map(index -> keys(index.getIndexKeys())))
                .contains(keys(order.sort(false)), keys(order.sort(true)))
                .doesNotHaveDuplicates()
                .doesNotContain(List.of("openedAt -1"));
    }

    private static List<String> keys(Document index) {
        return index.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue())
                .toList();
    }

    private static List<String> keys(Sort sort) {
        return sort.stream()
                .map(order -> order.getProperty() + (order.isAscending() ? " 1" : " -1"))
                .toList();
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
        queuedBefore("4", new Update());

        new LiveConversations(room.database.template()).nameTeams();

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
    void aCampaignHasWhatWasQueuedForItFirst() {
        var sales = new CampaignId("sales");
        var open = queuedFor("1", sales);
        var over = queuedFor("2", sales);
        room.conversations.assign(over, ALICE.id(), ALICE.displayName());
        end(over);
        queued("3", 0);
        over("4");

        assertThat(found(ofCampaign(sales))).containsExactly(over, open);
        assertThat(found(ofCampaign(new CampaignId("nobody's")))).isEmpty();
        assertThat(found(ANY)).hasSize(4);
    }

    private ConversationId queuedFor(String customer, CampaignId campaign) {
        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites(customer, customer + "-first", "Hello");
        var id = room.openWith(customer, 1).conversationId();
        room.conversations.queue(id, campaign, 0, null, null);
        return id;
    }

    private static ConversationFilter ofCampaign(CampaignId campaign) {
        return new ConversationFilter(Set.of(), null, campaign, null, null, null, null, null);
    }

    @Test
    void whatIsOverStandsAmongWhatIsOpenInTheOrderAskedFor() {
        var first = over("1");
        var second = queued("2", 3);
        var third = over("3");
        var fourth = over("4");
        var fifth = queued("5", 1);

        assertThat(everything(ListOrder.OPENED, false, 50)).containsExactly(first, second, third, fourth, fifth);
        assertThat(everything(ListOrder.PRIORITY, true, 50)).startsWith(second, fifth);
        assertThat(room.archive.list(ANY, null, 0, 50).items())
                .as("without an order, open ones come first")
                .extracting(Conversation::id)
                .containsExactly(fifth, second, fourth, third, first);
    }

    @ParameterizedTest
    @EnumSource
    void pagesOfWhatIsOpenAndOverMakeUpTheWhole(ListOrder order) {
        for (var customer : List.of("1", "3", "4", "6", "8")) {
            over(customer);
        }
        queued("2", 3);
        queued("5", 1);
        queued("7", 3);

        for (var descending : List.of(true, false)) {
            var whole = everything(order, descending, 50);
            assertThat(whole).hasSize(8).doesNotHaveDuplicates();
            for (int size = 1; size < 8; size++) {
                assertThat(everything(order, descending, size)).isEqualTo(whole);
            }
            assertThat(room.archive.list(ANY, order.sort(descending), 9, 50).items())
                    .isEmpty();
        }
    }

    /** By pages of this size. */
    private List<ConversationId> everything(ListOrder order, boolean descending, int size) {
        var found = new ArrayList<ConversationId>();
        for (int page = 0; page * size < 8; page++) {
            room.archive.list(ANY, order.sort(descending), page, size).items().forEach(one -> found.add(one.id()));
        }
        return found;
    }

    private ConversationId over(String customer) {
        room.clock.advance(Duration.ofMinutes(1));
        var id = room.givenToAlice(customer);
        end(id);
        return id;
    }

    private void end(ConversationId id) {
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
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
    void aPeriodHasItsBeginningAndNotItsEnd() {
        var before = queued("1", 0);
        var first = over("2");
        var from = opened(first);
        var second = queued("3", 0);
        var to = opened(queued("4", 0));

        assertThat(found(between(from, to))).containsExactly(second, first);
        assertThat(found(between(null, from))).containsExactly(before);
        assertThat(found(between(opened(second), to))).containsExactly(second);
    }

    private Instant opened(ConversationId id) {
        return room.archive.list(ANY, null, 0, 50).items().stream()
                .filter(one -> one.id().equals(id))
                .map(Conversation::openedAt)
                .findFirst()
                .orElseThrow();
    }

    private static ConversationFilter between(@Nullable Instant from, Instant to) {
        return new ConversationFilter(Set.of(), null, null, from, to, null, null, null);
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
