package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;

import dev.pupitre.campaign.CampaignsFixture;
import dev.pupitre.conversation.Erasure.Erased;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.engine.EngineUnavailable;
import dev.pupitre.graph.GraphFailure;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.Ids;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.live.LiveFeed;
import dev.pupitre.page.Pages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.index.IndexField;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.data.mongodb.gridfs.GridFsTemplate;

class ErasureTests {
    private static final String PERSON = "7700112233";
    private static final String OTHER = "8800445566";

    private final ConversationRoom room = new ConversationRoom();
    private final LiveFeed feed = mock();
    private final Files files = new Files(
            new GridFsTemplate(
                    room.database.template().getMongoDatabaseFactory(),
                    room.database.template().getConverter()),
            room.database.template(),
            new Ids());
    private final Erasure erasure = erasure(room.happened::add);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void leavesNothingOfThePersonAndAllOfTheOthers() {
        closedConversationOf(PERSON, "My secret is blue");
        givenToAlice();
        closedConversationOf(OTHER, "Mine is red");

        var erased = erasure.erase(PERSON, now());

        assertThat(erased.conversations()).isEqualTo(2);
        assertThat(everything()).doesNotContain(PERSON).doesNotContain("secret");
        assertThat(everything()).contains(OTHER).contains("Mine is red");
    }

    @Test
    void leavesNothingOfWhatColleaguesSaidAndKeptAboutThePerson() {
        var id = closedConversationOf(PERSON, "Hello");
        var mongo = room.database.template();
        var note = StoredMessage.note(
                new MessageId("note"),
                "note",
                Author.agent(ALICE.id(), "Alice"),
                "@bruno a difficult one",
                List.of(new Party("bruno", "Bruno")),
                now());
        new Mentions(mongo, feed).tell(room.conversations.stored(id), note);
        room.recordings.append(id, note);
        var customers = new Customers(mongo);
        customers.change(customers.of(PAGE, PERSON), new Update().set("fields", Map.of("shoe", "forty-two")));
        customers.change(customers.of(PAGE, OTHER), new Update().set("fields", Map.of("shoe", "thirty-six")));

        erasure.erase(PERSON, now());

        assertThat(everything())
                .doesNotContain(PERSON)
                .doesNotContain("difficult")
                .doesNotContain("forty-two")
                .contains("thirty-six");
    }

    @Test
    void keepsABlockWhenConversationsWereKeptForLongEnoughAndForgetsItWithThePerson() {
        closedConversationOf(PERSON, "Hello");
        var customers = new Customers(room.database.template());
        customers.change(
                customers.of(PAGE, PERSON),
                new Update()
                        .set("fields", Map.of("shoe", "forty-two"))
                        .set("block", new StoredCustomer.Block(Author.agent(ALICE.id(), "Alice"), now(), "Insults")));
        room.clock.advance(Duration.ofDays(31));

        erasure.eraseClosedBefore(PAGE, now(), 10);

        assertThat(customers.isBlocked(PAGE.value(), PERSON)).isTrue();
        assertThat(everything()).doesNotContain("forty-two");

        erasure.erase(PERSON, now());

        assertThat(everything()).doesNotContain(PERSON);
    }

    @Test
    void addsNothingToWhatWasErased() {
        var id = closedConversationOf(PERSON, "Hello");
        erasure.erase(PERSON, now());

        var late = StoredMessage.received(
                new MessageId("late"),
                "late",
                Author.customer(new Party(PERSON, "Person")),
                "My secret",
                now(),
                StoredMessage.Extras.NONE);

        assertThat(room.recordings.append(id, late)).isEmpty();
        assertThat(everything()).doesNotContain("secret");
    }

    @Test
    void keepsThatTheConversationTookPlace() {
        var id = closedConversationOf(PERSON, "My secret is blue");

        erasure.erase(PERSON, now());

        assertThat(room.conversations.get(id))
                .returns(ConversationState.CLOSED, Conversation::state)
                .returns(2, Conversation::messageCount)
                .returns(2, Conversation::saidCount)
                .returns("erased", rest -> rest.customer().id())
                .returns(
                        "alice", rest -> Objects.requireNonNull(rest.assignee()).id());
        assertThat(room.archive.transcript(id, null, 50).items()).isEmpty();
    }

    @Test
    void keepsNothingOfWhyItsMessagesWereSent() {
        var id = closedConversationOf(PERSON, "My secret is blue");
        var why = new Decision("messaging-policy", 1, 6, null, Map.of("allowed", true), null, null, now());
        room.transcripts.decided(id, why);
        assertThat(room.conversations.stored(id).course().verdicts()).hasSize(1);

        erasure.erase(PERSON, now());
        room.transcripts.decided(id, why);

        assertThat(room.conversations.stored(id).course().verdicts()).isEmpty();
    }

    @Test
    void endsTheProcessOfAnOpenConversationAndFreesItsPlace() {
        var id = givenToAlice();
        await().until(() -> room.publishedNames().contains("agent-assigned"));
        room.published.clear();

        erasure.erase(PERSON, now());

        assertThat(room.published).extracting(EngineMessage::name).containsExactly("agent-assigned", "agent-resolved");
        assertThat(room.published).extracting(EngineMessage::correlationKey).containsOnly(id.value());
        assertThat(room.happened)
                .containsExactly(
                        new ConversationEvent.Erased(id),
                        new ConversationEvent.Erased(id),
                        new ConversationEvent.Closed(id, new Party("alice", "Alice")));
    }

    @Test
    void letsAProcessThatHasNotQueuedItFindOutForItself() {
        room.customerWrites(PERSON, "m1", "Hello");
        var id = room.openWith(PERSON, 1).conversationId();
        await().until(() -> room.publishedNames().contains("conversation-started"));

        erasure.erase(PERSON, now());

        assertThat(room.publishedNames()).containsExactly("conversation-started");
        assertThat(room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null))
                .isEmpty();
    }

    @Test
    void goesOnWhereItBrokeOffWhileTheEngineWasAway() {
        givenToAlice();
        await().until(() -> room.publishedNames().contains("agent-assigned"));
        room.published.clear();
        willThrow(mock(EngineUnavailable.class)).given(room.engine).publish(any());
        assertThatExceptionOfType(EngineUnavailable.class).isThrownBy(() -> erasure.erase(PERSON, now()));
        room.customerWrites(PERSON, "m2", "Are you there?");
        await().until(() -> room.live
                .find(thread(PERSON))
                .filter(open -> open.state() == ConversationState.NEW)
                .isPresent());
        willAnswer(call -> room.published.add(call.getArgument(0)))
                .given(room.engine)
                .publish(any());

        erasure.erase(PERSON, now());

        assertThat(room.publishedNames()).contains("agent-resolved");
        await().untilAsserted(() -> assertThat(everything()).doesNotContain(PERSON));
    }

    @Test
    void sendsNothingMoreToThePerson() {
        var id = givenToAlice();
        given(room.graph.send(any(), any()))
                .willThrow(new GraphFailure(GraphFailure.Kind.UNKNOWN_OUTCOME, "No answer", new IOException()));
        room.reply(ALICE, id, "My answer", null);
        await().until(() -> room.lanes.lease(thread(PERSON)).isPresent());

        erasure.erase(PERSON, now());

        assertThat(room.lanes.lease(thread(PERSON))).isEmpty();
        assertThat(everything()).doesNotContain(PERSON).doesNotContain("My answer");
    }

    @Test
    void erasesTheMovedPartsOfALongTranscript() {
        for (int number = 0; number < 3 * Recordings.PART_SIZE; number++) {
            room.customerWrites(PERSON, "m" + number, "word " + number);
        }
        room.openWith(PERSON, 3 * Recordings.PART_SIZE);

        erasure.erase(PERSON, now());

        assertThat(everything()).doesNotContain(PERSON).doesNotContain("word");
    }

    @Test
    void leavesWhatBeganAfterwards() {
        closedConversationOf(PERSON, "before");
        var asked = now();
        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites(PERSON, "m9", "after");
        room.openWith(PERSON, 1);

        erasure.erase(PERSON, asked);

        assertThat(everything()).doesNotContain("before").contains("after");
    }

    @Test
    void leavesTheThreadAndTheAnswersOfWhatBeganAfterwards() {
        closedConversationOf(PERSON, "before");
        var asked = now();
        room.clock.advance(Duration.ofMinutes(1));
        var after = closedConversationOf(PERSON, "after");
        var open = givenToAlice();
        given(room.graph.send(any(), any()))
                .willThrow(new GraphFailure(GraphFailure.Kind.UNKNOWN_OUTCOME, "No answer", new IOException()));
        room.reply(ALICE, open, "My answer", null);
        await().until(() -> room.lanes.lease(thread(PERSON)).isPresent());

        erasure.erase(PERSON, asked);

        assertThat(erasure.knows(PERSON, asked)).isFalse();
        assertThat(everything()).doesNotContain("before").contains("after").contains("My answer");
        assertThat(room.knownThreads.find(thread(PERSON)).orElseThrow())
                .returns(after, KnownThreads.KnownThread::lastConversation)
                .returns(List.of(after), KnownThreads.KnownThread::conversations)
                .doesNotReturn(Window.CLOSED, KnownThreads.KnownThread::window);
        assertThat(room.lanes.lease(thread(PERSON)).orElseThrow().items())
                .extracting(OutboxLane.Item::conversation)
                .containsExactly(open);
    }

    @Test
    void erasesAnOpenConversationFromBeforeWithWhatWasAddedToItSince() {
        givenToAlice();
        var asked = now();
        room.clock.advance(Duration.ofMinutes(1));
        room.customerWrites(PERSON, "m2", "one word more");
        room.openWith(PERSON, 2);

        erasure.erase(PERSON, asked);

        assertThat(erasure.knows(PERSON, asked)).isFalse();
        assertThat(everything()).doesNotContain("Hello").doesNotContain("one word more");
    }

    @Test
    void forgetsAnswersThatBelongToNoConversationAnyMore() {
        closedConversationOf(PERSON, "before");
        var gone = room.recordings.find(closedConversationOf(PERSON, "again")).orElseThrow();
        erasure.erase(PERSON, now());
        room.lanes.add(gone, new OutboxLane.Item(new MessageId("late"), gone.conversationId()));

        assertThat(erasure.knows(PERSON, now())).isTrue();
        erasure.erase(PERSON, now());

        assertThat(erasure.knows(PERSON, now())).isFalse();
        assertThat(everything()).doesNotContain(PERSON);
    }

    @Test
    void erasesWhatStillWaitsInTheInbox() {
        room.database.template().insert(room.pending(PERSON, "m1", "waiting words"), Inbox.COLLECTION);

        assertThat(erasure.knows(PERSON, now())).isTrue();
        erasure.erase(PERSON, now());

        assertThat(erasure.knows(PERSON, now())).isFalse();
        assertThat(everything()).doesNotContain("waiting words");
    }

    @Test
    void emptiesThePersonsCommentsUnderOthers() throws Exception {
        var picture = file("picture of " + PERSON);
        var kept = file("picture of another");
        underACommentOf(OTHER, comment("c1", OTHER, "I asked", kept), comment("c2", PERSON, "My reply", picture));

        assertThat(erasure.knows(PERSON, now())).isTrue();
        var erased = erasure.erase(PERSON, now());

        assertThat(erased).isEqualTo(new Erased(0, 1, List.of(picture)));
        assertThat(everything())
                .doesNotContain(PERSON)
                .doesNotContain("My reply")
                .contains("I asked");
        assertThat(files.open(picture)).isEmpty();
        assertThat(files.open(kept)).isPresent();
        var transcript = room.live.find("c:" + PAGE + ":c1").orElseThrow().views();
        assertThat(transcript).extracting(Message::text).containsExactly("I asked", "");
        assertThat(transcript.getLast().removedAt()).isEqualTo(now());
    }

    @Test
    void erasesFilesAndTheProfileWithTheConversation() throws Exception {
        var picture = file("a picture");
        var face = file("a face");
        room.live.open(StoredConversation.opened(
                thread(PERSON),
                new Ids().newConversation(),
                new Party(PAGE.value(), "Café"),
                new Party(PERSON, "Camille"),
                new CustomerProfile(face, "fr_FR", now()),
                Origin.MESSENGER,
                Window.CLOSED,
                List.of(comment("m1", PERSON, "", picture)),
                List.of(new Due(Due.Kind.START, "message", now())),
                now()));

        var erased = erasure.erase(PERSON, now());

        assertThat(erased.files()).containsExactlyInAnyOrder(picture, face);
        assertThat(files.open(picture)).isEmpty();
        assertThat(files.open(face)).isEmpty();
        assertThat(everything()).doesNotContain("Camille");
    }

    @Test
    void doesNotLetASlowStepPutBackWhatWasErased() {
        var id = givenToAlice();
        room.resolutions.resolve(ALICE, id, null);
        var resolution = Objects.requireNonNull(room.live.find(id).orElseThrow().resolution());
        var slow = room.endings.close(id, resolution, now()).orElseThrow();
        erasure.erase(PERSON, now());

        room.recordings.record(slow);

        await().untilAsserted(() -> assertThat(everything()).doesNotContain(PERSON));
    }

    @Test
    void erasesWhatIsOlderThanThePageKeepsInSmallSteps() {
        closedConversationOf("41", "oldest");
        closedConversationOf("42", "second");
        closedConversationOf("43", "third");
        room.clock.advance(Duration.ofDays(2));
        closedConversationOf("44", "young");
        var yesterday = now().minus(Duration.ofDays(1));

        assertThat(erasure.eraseClosedBefore(PAGE, yesterday, 2).conversations())
                .isEqualTo(2);
        assertThat(erasure.eraseClosedBefore(PAGE, yesterday, 2).conversations())
                .isEqualTo(1);
        assertThat(erasure.eraseClosedBefore(PAGE, yesterday, 2)).isEqualTo(Erased.NOTHING);

        assertThat(everything())
                .doesNotContain("oldest")
                .doesNotContain("second")
                .doesNotContain("third")
                .contains("young");
        assertThat(room.knownThreads.find(thread("41"))).isEmpty();
        assertThat(room.knownThreads.find(thread("44"))).isPresent();
    }

    @Test
    void tellsWhenNothingIsLeftForThoseWhoReadItWhileItWasBeingErased() {
        var seen = new ArrayList<String>();
        var id = closedConversationOf(PERSON, "My secret is blue");

        erasure(event -> {
                    room.happened.add(event);
                    seen.add(room.recordings.find(id).orElseThrow().thread());
                })
                .erase(PERSON, now());

        assertThat(seen.getLast()).isEqualTo(StoredConversation.ERASED);
    }

    @Test
    void knowsWhomColleaguesKeepSomethingAboutAndNothingElse() {
        var customers = new Customers(room.database.template());
        customers.change(customers.of(PAGE, PERSON), new Update().set("fields", Map.of("shoe", "forty-two")));

        assertThat(erasure.knows(PERSON, now())).isTrue();
        erasure.erase(PERSON, now());

        assertThat(erasure.knows(PERSON, now())).isFalse();
        assertThat(everything()).doesNotContain("forty-two");
    }

    @Test
    void findsWhatColleaguesKeepByAnIndex() {
        room.sweeper.start();

        assertThat(indexesOf(Customers.COLLECTION)).contains("customer");
        assertThat(indexesOf(Mentions.COLLECTION)).contains("items.conversationId");
    }

    private List<String> indexesOf(String collection) {
        return room.database.template().indexOps(collection).getIndexInfo().stream()
                .flatMap(index -> index.getIndexFields().stream())
                .map(IndexField::getKey)
                .toList();
    }

    private ConversationId givenToAlice() {
        room.customerWrites(PERSON, "m1", "Hello");
        var id = room.openWith(PERSON, 1).conversationId();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        return id;
    }

    private ConversationId closedConversationOf(String customer, String text) {
        var mid = "m-" + text.hashCode();
        room.customerWrites(customer, mid, text);
        var id = room.openWith(customer, 1).conversationId();
        room.conversations.queue(id, ConversationRoom.CAMPAIGN, 0, null, null);
        room.conversations.assign(id, ALICE.id(), ALICE.displayName());
        room.customerWrites(customer, mid + "-2", text);
        room.openWith(customer, 2);
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.live.find(id).orElseThrow().resolution()));
        return id;
    }

    private void underACommentOf(String customer, StoredMessage first, StoredMessage second) {
        var thread = "c:" + PAGE + ":" + first.key();
        room.live.open(StoredConversation.opened(
                thread,
                new Ids().newConversation(),
                new Party(PAGE.value(), "Café"),
                new Party(customer, "Someone"),
                null,
                new Origin(Channel.COMMENT, null, null, null),
                Window.CLOSED,
                List.of(first),
                List.of(new Due(Due.Kind.START, "comment", now())),
                now()));
        new OpenTranscripts(room.live).receive(thread, second, Window.CLOSED, now());
    }

    private StoredMessage comment(String key, String author, String text, String file) {
        var attachment = new StoredAttachment(
                file,
                Attachment.Type.IMAGE,
                Attachment.State.STORED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return StoredMessage.received(
                new MessageId(key),
                key,
                Author.customer(new Party(author, "Someone")),
                text,
                now(),
                new StoredMessage.Extras(
                        Via.PUBLIC,
                        List.of(attachment),
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of()));
    }

    private String file(String content) {
        return files.store(content, "image/png", new ByteArrayInputStream(content.getBytes(UTF_8)), 100)
                .id();
    }

    private Instant now() {
        return room.clock.instant();
    }

    /** All documents of all collections, as text. */
    private List<String> texts() {
        var mongo = room.database.template();
        var texts = new ArrayList<String>();
        for (var collection : mongo.getCollectionNames()) {
            mongo.findAll(Document.class, collection).forEach(document -> texts.add(document.toJson()));
        }
        return texts;
    }

    private String everything() {
        room.processed.flush();
        return String.join("\n", texts());
    }

    private Erasure erasure(ApplicationEventPublisher events) {
        var mongo = room.database.template();
        var announcements = new Announcements(feed);
        var threads = new ThreadTraces(mongo);
        var traces = new Traces(mongo, threads, new Mentions(mongo, feed));
        var signals = new Signals(
                room.engine,
                room.live,
                new TakenStarts(room.live),
                new StartFacts(mock(Pages.class)),
                CampaignsFixture.campaigns(),
                mock(BeginningAgain.class),
                new ConversationProperties(
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofDays(7),
                        8,
                        10_000,
                        Duration.ofMinutes(1),
                        Duration.ofDays(7),
                        Duration.ofHours(1)));
        var conversations = new ConversationEraser(
                room.endings,
                room.recordings,
                room.knownThreads,
                traces,
                threads,
                room.processed,
                signals,
                files,
                announcements,
                events,
                room.clock);
        return new Erasure(
                traces,
                threads,
                conversations,
                new CommentEraser(mongo, files, announcements, room.clock),
                files,
                new Customers(mongo));
    }
}
