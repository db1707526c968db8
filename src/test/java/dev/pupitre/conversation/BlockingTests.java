package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.BRUNO;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.BlockedCustomers.BlockedPage;
import dev.pupitre.conversation.CustomerCard.Act;
import dev.pupitre.graph.GraphBlocks;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.InvalidInput;
import dev.pupitre.live.LiveFeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

class BlockingTests {
    private final ConversationRoom room = new ConversationRoom();
    private final LiveFeed feed = mock();
    private final Customers customers = new Customers(room.database.template());
    private final CustomerFields fields = new CustomerFields(room.database.template());
    private final CustomerCards cards = new CustomerCards(
            customers,
            fields,
            new Traces(
                    room.database.template(),
                    new ThreadTraces(room.database.template()),
                    new Mentions(room.database.template(), feed)),
            feed);
    private final Blocking blocking = new Blocking(
            cards,
            room.live,
            room.resolutions,
            new BlockLines(room.live, new OpenTranscripts(room.live), new Announcements(feed), new Ids(), room.clock),
            new BlockTelling(
                    new PendingBlocks(room.database.template(), room.clock),
                    cards,
                    mock(GraphBlocks.class),
                    room.pages,
                    RoomSettings.OUTBOX,
                    room.clock),
            room.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void keepsWhatABlockedCustomerWritesAndOpensNothing() {
        closedByBlocking();
        room.published.clear();

        room.customerWrites("7", "m8", "Hey!");
        room.customerWrites("7", "m9", "HEY!");
        room.customerWrites("7", "m9", "HEY!");

        await().until(room::hasNothingPending);
        assertThat(room.live.find(ConversationRoom.thread("7"))).isEmpty();
        assertThat(room.published).isEmpty();
        var kept = room.knownThreads.find(ConversationRoom.thread("7")).orElseThrow();
        var recording = room.recordings
                .find(Objects.requireNonNull(kept.lastConversation()))
                .orElseThrow();
        assertThat(recording.state()).isEqualTo(ConversationState.IGNORED);
        assertThat(recording.messages()).extracting(StoredMessage::text).containsExactly("Hey!", "HEY!");
    }

    @Test
    void findsWhoIsBlockedByNameIdReasonAndWhoDidIt() {
        var blocked = new BlockedCustomers(cards, room.database.template());
        for (var customer : List.of("7", "8")) {
            room.knownThreads.touch(ConversationRoom.thread(customer), customer, Window.CLOSED);
            room.knownThreads.introduce(
                    ConversationRoom.thread(customer),
                    new Party(customer, customer.equals("7") ? "Zoé Zèle" : "Igor"),
                    new CustomerProfile(null, null, room.clock.instant()));
            blocking.block(ALICE, PAGE, customer, customer.equals("7") ? "Advertising" : "Insults");
            room.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(blocked.list(0, 1))
                .returns(2L, BlockedPage::total)
                .returns(Map.of(PAGE + ":8", "Igor"), BlockedPage::names);
        for (var words : List.of("zoé", "advert", "7 ")) {
            assertThat(blocked.search(words, 0, 50).items())
                    .extracting(CustomerCard::id)
                    .containsExactly("7");
        }
        assertThat(blocked.search("alice", 0, 50).items())
                .extracting(CustomerCard::id)
                .containsExactly("8", "7");
        assertThat(blocked.search("alice", 1, 1))
                .returns(2L, BlockedPage::total)
                .returns(Map.of(PAGE + ":7", "Zoé Zèle"), BlockedPage::names);
        assertThat(blocked.search("nobody", 0, 50).items()).isEmpty();
    }

    @Test
    void knowsWhenABlockedCustomerWroteLast() {
        closedByBlocking();
        room.customerWrites("7", "m8", "Hey!");
        await().until(room::hasNothingPending);
        room.clock.advance(Duration.ofHours(20));
        room.customerWrites("7", "m9", "HEY!");
        await().until(room::hasNothingPending);

        var known = room.knownThreads.find(ConversationRoom.thread("7")).orElseThrow();

        assertThat(known.window().openedAt()).isEqualTo(room.clock.instant());
        assertThat(room.recordings.find(Objects.requireNonNull(known.lastConversation())))
                .hasValueSatisfying(kept -> assertThat(kept)
                        .returns(room.clock.instant(), StoredConversation::lastActivityAt)
                        .returns(room.clock.instant(), StoredConversation::closedAt));
    }

    @Test
    void losesNoTagOfThoseWhoAddAtOnce() {
        room.givenToAlice("7");
        var controller = new CustomerController(cards, fields, blocking);

        controller.change(PAGE, "7", new CustomerController.Changes(null, List.of("regular"), null, null));
        controller.change(PAGE, "7", new CustomerController.Changes(null, List.of("VIP"), null, null));
        var card = controller.change(PAGE, "7", new CustomerController.Changes(null, null, List.of("Regular"), null));

        assertThat(card.tags()).containsExactly("VIP");
    }

    @Test
    void letsThroughAgainWhoIsNotBlockedAnyMore() {
        closedByBlocking();

        blocking.unblock(BRUNO, PAGE, "7");

        room.customerWrites("7", "m9", "Sorry");
        assertThat(room.openWith("7", 1).state()).isEqualTo(ConversationState.NEW);
        assertThat(cards.of(PAGE, "7").blocked()).isNull();
    }

    @Test
    void saysWhoBlockedAndWhyAndDoesItOnce() {
        closedByBlocking();
        blocking.block(BRUNO, PAGE, "7", "Again");
        blocking.unblock(BRUNO, PAGE, "7");

        assertThat(cards.of(PAGE, "7").acts())
                .extracting(Act::kind, act -> act.by().name(), Act::reason)
                .containsExactly(
                        tuple(StoredCustomer.Act.Kind.BLOCKED, "Alice", "Insults"),
                        tuple(StoredCustomer.Act.Kind.UNBLOCKED, "Bruno", null));
    }

    @Test
    void goesOnAfterACrashWithTheLineAndTellsItOnce() {
        var id = room.givenToAlice("7");
        var by = Author.agent(BRUNO.id(), BRUNO.displayName());
        var act = new StoredCustomer.Act(StoredCustomer.Act.Kind.BLOCKED, by, room.clock.instant(), "Insults");
        cards.change(
                PAGE,
                "7",
                before -> Update.update("block", new StoredCustomer.Block(by, act.at(), "Insults"))
                        .push("acts")
                        .each(act));
        assertThat(lines(id)).as("it stopped here").isEmpty();

        blocking.block(BRUNO, PAGE, "7", "Insults");
        blocking.block(BRUNO, PAGE, "7", "Insults");

        assertThat(lines(id))
                .containsExactly(new Happening(Happening.Type.BLOCKED, Map.of("by", "Bruno", "reason", "Insults")));
    }

    @Test
    void saysNothingOfAnEarlierBlockInWhatWasOpenedSince() {
        closedByBlocking();
        blocking.unblock(BRUNO, PAGE, "7");
        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites("7", "m9", "Sorry");
        var id = room.openWith("7", 1).conversationId();

        blocking.unblock(BRUNO, PAGE, "7");

        assertThat(lines(id)).isEmpty();
    }

    private List<Happening> lines(ConversationId id) {
        return room.archive.transcript(id, null, 50).items().stream()
                .map(Message::happening)
                .filter(Objects::nonNull)
                .filter(happening ->
                        happening.type() == Happening.Type.BLOCKED || happening.type() == Happening.Type.UNBLOCKED)
                .toList();
    }

    @Test
    void leavesTheConversationThatSomebodyElseHas() {
        var id = room.givenToAlice("7");

        blocking.block(BRUNO, PAGE, "7", "Insults");

        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.ASSIGNED);
        assertThat(new BlockedCustomers(cards, room.database.template()).search("customer 7", 0, 50))
                .returns(Map.of(PAGE + ":7", "Customer 7"), BlockedPage::names);
        assertThat(room.archive.transcript(id, null, 50).items().getLast().happening())
                .isEqualTo(new Happening(Happening.Type.BLOCKED, Map.of("by", "Bruno", "reason", "Insults")));
    }

    @Test
    void knowsNobodyWhoNeverWrote() {
        assertThatExceptionOfType(CustomerCards.CustomerNotFound.class)
                .isThrownBy(() -> blocking.block(ALICE, PAGE, "4711", "Spam"));
    }

    @Test
    void keepsValuesOfTheFieldsThatThereAre() {
        room.givenToAlice("7");
        var controller = new CustomerController(cards, fields, blocking);
        fields.replace(
                List.of(
                        new CustomerField("number", "Customer number", CustomerField.Kind.NUMBER, List.of()),
                        new CustomerField("since", "Since", CustomerField.Kind.DATE, List.of()),
                        new CustomerField("kind", "Kind", CustomerField.Kind.CHOICE, List.of("New", "Regular"))),
                0);

        controller.change(PAGE, "7", changes(Map.of("number", " 12.50 ", "since", "2026-01-31", "kind", "Regular")));
        var card = controller.change(PAGE, "7", changes(Map.of("since", "")));

        assertThat(card.fields()).isEqualTo(Map.of("number", "12.50", "kind", "Regular"));
        for (var wrong : List.of(
                Map.of("number", "many"), Map.of("since", "31.1."), Map.of("kind", "Old"), Map.of("shoe", "42"))) {
            assertThatExceptionOfType(InvalidInput.class)
                    .isThrownBy(() -> controller.change(PAGE, "7", changes(wrong)));
        }
        fields.replace(List.of(), 1);
        assertThat(cards.of(PAGE, "7").fields()).isEmpty();
    }

    @Test
    void refusesFieldsThatAnotherHasChangedMeanwhile() {
        fields.replace(List.of(), 0);

        assertThatExceptionOfType(CustomerFields.FieldsChanged.class).isThrownBy(() -> fields.replace(List.of(), 0));
        assertThat(fields.replace(List.of(), 1).version()).isEqualTo(2);
    }

    private static CustomerController.Changes changes(Map<String, String> values) {
        return new CustomerController.Changes(null, null, null, Map.copyOf(values));
    }

    private ConversationId closedByBlocking() {
        var id = room.givenToAlice("7");
        blocking.block(ALICE, PAGE, "7", "Insults");
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
        assertThat(room.conversations.get(id).state()).isEqualTo(ConversationState.CLOSED);
        return id;
    }
}
