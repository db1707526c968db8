package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.pupitre.conversation.StoredCustomer.AtFacebook;
import dev.pupitre.conversation.StoredCustomer.AtFacebook.State;
import dev.pupitre.graph.GraphBlocks;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.graph.GraphFailure.Kind;
import dev.pupitre.graph.GraphReason;
import dev.pupitre.kernel.Ids;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.page.Hold;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

class BlockTellingTests {
    private static final String CUSTOMER = "7";

    private final ConversationRoom room = new ConversationRoom();
    private final LiveFeed feed = mock();
    private final GraphBlocks graph = mock();
    private final Customers customers = new Customers(room.database.template());
    private final CustomerCards cards = new CustomerCards(
            customers,
            new CustomerFields(room.database.template()),
            new Traces(
                    room.database.template(),
                    new ThreadTraces(room.database.template()),
                    new Mentions(room.database.template(), feed)),
            feed);
    private final BlockTelling telling = new BlockTelling(
            new PendingBlocks(room.database.template(), room.clock),
            cards,
            graph,
            room.pages,
            RoomSettings.OUTBOX,
            room.clock);
    private final Blocking blocking = new Blocking(
            cards,
            room.live,
            room.resolutions,
            new BlockLines(room.live, new OpenTranscripts(room.live), new Announcements(feed), new Ids(), room.clock),
            telling,
            room.clock);

    @BeforeEach
    void write() {
        room.givenToAlice(CUSTOMER);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void facebookIsToldWhoIsBlockedAndWhoIsNotAnyMore() {
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);
        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);

        blocking.unblock(BRUNO, PAGE, CUSTOMER);
        await().until(this::isDone);

        assertThat(card().facebook()).isNull();
        var calls = inOrder(graph);
        calls.verify(graph).block(any(), any());
        calls.verify(graph).unblock(any(), any());
    }

    @Test
    void theBlockStandsAndSaysWhyFacebookRefusedIt() {
        willThrow(new GraphFailure(Kind.PERMISSION, GraphReason.NOT_ALLOWED, null))
                .given(graph)
                .block(any(), any());

        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);

        assertThat(card().blocked()).isNotNull();
        assertThat(card().facebook())
                .isNotNull()
                .returns(State.REFUSED, CustomerCard.AtFacebook::state)
                .returns("BLOCK_NOT_PERMITTED", CustomerCard.AtFacebook::code);
    }

    @Test
    void whoBlocksOnceMoreHasFacebookToldOnceMoreWhereItRefused() {
        willThrow(new GraphFailure(Kind.PERMISSION, GraphReason.NOT_ALLOWED, null))
                .willDoNothing()
                .given(graph)
                .block(any(), any());
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);

        blocking.block(BRUNO, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);
        blocking.block(BRUNO, PAGE, CUSTOMER, "Insults");

        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);
        assertThat(card().acts()).hasSize(1);
        verify(graph, times(2)).block(any(), any());
    }

    @Test
    void whatPassesIsTriedAgainButNotForEver() {
        willThrow(new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_BUSY, null))
                .given(graph)
                .block(any(), any());

        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(() -> {
            room.clock.advance(Duration.ofMinutes(1));
            telling.goOn();
            return isDone();
        });

        verify(graph, times(RoomSettings.OUTBOX.maxAttempts())).block(any(), any());
        assertThat(card().facebook())
                .isNotNull()
                .returns(State.REFUSED, CustomerCard.AtFacebook::state)
                .returns("FACEBOOK_BUSY", CustomerCard.AtFacebook::code);
    }

    @Test
    void aDeadTokenIsWaitedForAndTheCardSaysSo() {
        willThrow(new GraphFailure(Kind.TOKEN, GraphReason.TOKEN_DEAD, null))
                .willDoNothing()
                .given(graph)
                .block(any(), any());
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(() -> "HELD_TOKEN".equals(code()));

        assertThat(isDone()).isFalse();
        room.mend();
        await().until(() -> {
            room.clock.advance(RoomSettings.OUTBOX.heldRetry());
            telling.goOn();
            return isDone();
        });

        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);
    }

    @Test
    void howLongAPageWasHeldDoesNotCountAgainstIt() {
        room.pages.hold(PAGE, Hold.Cause.TOKEN, "The token is dead");
        willThrow(new GraphFailure(Kind.TRANSIENT, GraphReason.FACEBOOK_BUSY, null))
                .willDoNothing()
                .given(graph)
                .block(any(), any());
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(() -> "HELD_TOKEN".equals(code()));
        await().until(() -> {
            room.clock.advance(RoomSettings.OUTBOX.heldRetry());
            telling.goOn();
            return timesHeld() > RoomSettings.OUTBOX.maxAttempts() + 10;
        });
        verify(graph, never()).block(any(), any());

        room.mend();
        await().until(() -> {
            room.clock.advance(Duration.ofMinutes(2));
            telling.goOn();
            return isDone();
        });

        verify(graph, times(2)).block(any(), any());
        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);
    }

    private long timesHeld() {
        return mockingDetails(room.pages).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("held"))
                .count();
    }

    @Test
    void whatIsHeldForABlockIsHeldForMessagesToo() {
        willThrow(new GraphFailure(Kind.TOKEN, GraphReason.TOKEN_DEAD, null))
                .given(graph)
                .block(any(), any());

        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(() -> "HELD_TOKEN".equals(code()));

        assertThat(room.pages.held(PAGE)).map(Hold::cause).contains(Hold.Cause.TOKEN);
    }

    @Test
    void aCrashAfterTheBlockIsMadeUpFor() {
        telling.prepare(PAGE, CUSTOMER);
        cards.change(
                PAGE,
                CUSTOMER,
                _ -> Update.update(
                                "block",
                                new StoredCustomer.Block(
                                        Author.agent(ALICE.id(), ALICE.displayName()), room.clock.instant(), "Insults"))
                        .set("facebook", new AtFacebook(State.PENDING, room.clock.instant(), null)));

        telling.goOn();
        verify(graph, never()).block(any(), any());
        room.clock.advance(Duration.ofMinutes(2));
        telling.goOn();
        await().until(this::isDone);

        verify(graph).block(any(), any());
        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);
    }

    @Test
    void aCrashBeforeTheBlockLeavesNothingToTell() {
        telling.prepare(PAGE, CUSTOMER);

        room.clock.advance(Duration.ofMinutes(2));
        telling.goOn();
        await().until(this::isDone);

        verify(graph, never()).block(any(), any());
        verify(graph, never()).unblock(any(), any());
    }

    @Test
    void whatChangesWhileFacebookIsToldIsToldLast() {
        willAnswer(call -> blocking.unblock(BRUNO, PAGE, CUSTOMER)).given(graph).block(any(), any());

        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);

        assertThat(card().blocked()).isNull();
        assertThat(card().facebook()).isNull();
        var calls = inOrder(graph);
        calls.verify(graph).block(any(), any());
        calls.verify(graph).unblock(any(), any());
    }

    @Test
    void whoIsLetThroughAgainIsSoAtFacebookEvenWhenNothingElseIsKeptOfThem() {
        willThrow(new GraphFailure(Kind.TOKEN, GraphReason.TOKEN_DEAD, null))
                .willDoNothing()
                .given(graph)
                .unblock(any(), any());
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);
        blocking.unblock(BRUNO, PAGE, CUSTOMER);
        await().until(() -> "HELD_TOKEN".equals(code()));
        conversationsAreKeptNoLonger();
        room.mend();

        await().until(() -> {
            room.clock.advance(RoomSettings.OUTBOX.heldRetry());
            telling.goOn();
            return isDone();
        });

        verify(graph, times(2)).unblock(any(), any());
        assertThat(customers.isKept(CUSTOMER)).as("the card").isFalse();
    }

    @Test
    void aBlockIsLiftedWhenNothingElseIsKeptOfThem() {
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);
        conversationsAreKeptNoLonger();

        assertThat(blocking.unblock(BRUNO, PAGE, CUSTOMER).blocked()).isNull();
        await().until(this::isDone);

        verify(graph).unblock(any(), any());
        assertThat(customers.isKept(CUSTOMER)).as("the card").isFalse();
        assertThatExceptionOfType(CustomerCards.CustomerNotFound.class)
                .isThrownBy(() -> blocking.block(BRUNO, PAGE, CUSTOMER, "Insults"));
    }

    @Test
    void whoIsErasedIsLetThroughAtFacebook() {
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);

        customers.forget(CUSTOMER);
        customers.forget(CUSTOMER);
        telling.goOn();
        await().until(this::isDone);

        verify(graph).unblock(any(), eq(CUSTOMER));
        assertThat(customers.isKept(CUSTOMER)).as("the card").isFalse();
    }

    @Test
    void whoWasBlockedBeforeFacebookWasToldOfBlocksIsBlockedThereToo() {
        cards.change(
                PAGE,
                CUSTOMER,
                _ -> Update.update(
                        "block",
                        new StoredCustomer.Block(
                                Author.agent(ALICE.id(), ALICE.displayName()), room.clock.instant(), "Insults")));

        blocking.tellOfEarlierBlocks();
        await().until(() -> card().facebook() != null && isDone());
        blocking.tellOfEarlierBlocks();

        verify(graph).block(any(), eq(CUSTOMER));
        assertThat(card().facebook()).isNotNull().returns(State.DONE, CustomerCard.AtFacebook::state);
        assertThat(card().acts()).isEmpty();
    }

    @Test
    void whoIsBlockedIsListedWhenNothingElseIsKeptOfThem() {
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);
        conversationsAreKeptNoLonger();

        assertThat(cards.blocked(0, 50)).extracting(CustomerCard::id).containsExactly(CUSTOMER);
        assertThat(cards.blocked(1, 50)).isEmpty();
        assertThat(cards.countBlocked()).isEqualTo(1);
    }

    private void conversationsAreKeptNoLonger() {
        List.of(LiveConversations.COLLECTION, Recordings.COLLECTION, KnownThreads.COLLECTION)
                .forEach(collection -> room.database.template().remove(new Query(), collection));
        customers.forgetUnlessBlocked(Set.of(CUSTOMER));
    }

    @Test
    void ofWhomFacebookWasNeverToldNothingOutlivesTheErasure() {
        telling.prepare(PAGE, CUSTOMER);

        customers.forget(CUSTOMER);

        assertThat(isDone()).isTrue();
    }

    @Test
    void theIdOfWhomFacebookRefusesToLetThroughGoesToo() {
        willThrow(new GraphFailure(Kind.PERMISSION, GraphReason.NOT_ALLOWED, null))
                .given(graph)
                .unblock(any(), any());
        blocking.block(ALICE, PAGE, CUSTOMER, "Insults");
        await().until(this::isDone);

        customers.forget(CUSTOMER);
        telling.goOn();
        await().until(this::isDone);

        verify(graph).unblock(any(), eq(CUSTOMER));
    }

    private CustomerCard card() {
        return cards.of(PAGE, CUSTOMER);
    }

    private String code() {
        var facebook = card().facebook();
        return facebook == null ? "" : String.valueOf(facebook.code());
    }

    private boolean isDone() {
        return room.database.template().count(new Query(), PendingBlocks.COLLECTION) == 0;
    }
}
