package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.thread;
import static dev.pupitre.conversation.FileServer.PICTURE;
import static dev.pupitre.conversation.FileServer.file;
import static dev.pupitre.conversation.FileServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.Mockito.mock;

import dev.pupitre.conversation.Attachment.State;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import dev.pupitre.live.LiveEvent;
import dev.pupitre.live.LiveFeed;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.util.unit.DataSize;

/** A message with a file that Meta has, on a store with any number of nodes that fetch. */
final class FetchingFixture implements AutoCloseable {
    static final String FILE = "a-1";
    static final MessageId MESSAGE = new MessageId("with-file");
    static final int LIMIT = 2048;

    final ConversationRoom room = new ConversationRoom();
    final MongoTemplate mongo = room.database.template();
    final PendingFetches pending = new PendingFetches(mongo, room.clock);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<LiveEvent> announced = new CopyOnWriteArrayList<>();
    final FileServer meta;
    final FileServer stranger;
    final Fetching fetching;

    FetchingFixture() throws IOException {
        meta = new FileServer();
        stranger = new FileServer();
        fetching = node();
    }

    @Override
    public void close() {
        fetching.awaitIdle(Duration.ofMinutes(2));
        meta.close();
        stranger.close();
        room.close();
    }

    /** The first attempt fails, then this happens, then there is another. */
    ConversationId laterThan(Consumer<ConversationId> what) {
        var conversation = received(Attachment.Type.IMAGE, meta.at("/v/photo.png", status(503)));
        fetching.take(conversation);
        fetching.awaitIdle(Duration.ofMinutes(2));
        what.accept(conversation.conversationId());
        meta.at("/v/photo.png", file("image/png", PICTURE));
        room.clock.advance(Duration.ofMinutes(1));
        fetching.goOn();
        return conversation.conversationId();
    }

    /** The open conversation with a file in it that Meta has, as a webhook leaves it before anything is fetched. */
    StoredConversation received(Attachment.Type type, String source) {
        var id = room.givenToAlice("42");
        var message = StoredMessage.received(
                MESSAGE,
                "m-file",
                Author.customer(new Party("42", "Customer 42")),
                "",
                room.clock.instant(),
                StoredMessage.Extras.received(List.of(awaited(type, source)), null));
        var now = room.clock.instant();
        return new OpenTranscripts(room.live)
                .receive(thread("42"), message, new Window(now, now), now)
                .filter(conversation -> conversation.conversationId().equals(id))
                .orElseThrow();
    }

    private static StoredAttachment awaited(Attachment.Type type, String source) {
        return new StoredAttachment(
                FILE, type, State.AWAITED, source, null, null, null, null, null, null, null, null, null, null);
    }

    Attachment settled() {
        await().until(() -> attachment().state() != State.AWAITED);
        return attachment();
    }

    Attachment attachment() {
        var id = mongo.findAll(StoredConversation.class, LiveConversations.COLLECTION).stream()
                .findFirst()
                .or(() -> mongo.findAll(StoredConversation.class, Recordings.COLLECTION).stream()
                        .findFirst())
                .orElseThrow()
                .conversationId();
        return room.archive.transcript(id, null, 500).items().stream()
                .flatMap(message -> message.attachments().stream())
                .findFirst()
                .orElseThrow();
    }

    void assertNothingKept() {
        assertThat(room.files.open(FILE)).isEmpty();
        assertThat(mongo.count(new Query(), "fs.chunks")).isZero();
    }

    double count(String outcome) {
        return meters.get("pupitre.files.fetched")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    /** One of several on the same store. */
    Fetching node() {
        return node(Duration.ofSeconds(10));
    }

    Fetching node(Duration timeout) {
        var properties = new FetchProperties(
                List.of("*.fbcdn.net"), DataSize.ofBytes(LIMIT), timeout, 2, 3, Duration.ofSeconds(5));
        var hosts = new FileHosts(properties, URI.create(meta.address("/graph")));
        var feed = mock(LiveFeed.class);
        willAnswer(call -> announced.add(call.getArgument(0))).given(feed).publish(any());
        return new Fetching(
                pending,
                new FileDownload(hosts, properties),
                room.files,
                new MessagePlaces(mongo, room.live, room.recordings, room.knownThreads),
                room.live,
                new Announcements(feed),
                properties,
                meters);
    }
}
