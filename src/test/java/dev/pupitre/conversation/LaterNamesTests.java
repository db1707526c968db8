package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.MessageId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Update;

/** What a later version wrote into a transcript is there still when this one has read it and written it back. */
class LaterNamesTests {
    private static final String LATER = "FLEW_AWAY";

    private final ConversationRoom room = new ConversationRoom();
    private final ConversationId id = room.givenToAlice("7");

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void areInTheRecordingOfAConversationThatThisVersionEnds() {
        lines(1);
        rename(1);

        end();

        assertThat(typesIn(Recordings.COLLECTION)).containsExactly(LATER);
        assertThat(room.live.find(id)).isEmpty();
        var recorded = room.recordings.find(id).orElseThrow();
        assertThat(recorded.state()).isEqualTo(ConversationState.CLOSED);
        assertThat(recorded.due()).isEmpty();
        assertThat(recorded.messages())
                .extracting(StoredMessage::text)
                .startsWith("Hello")
                .hasSize(2);
        assertThat(LaterNames.areIn(recorded.messages())).isTrue();
    }

    @Test
    void areInARecordingThatIsMadeAnew() {
        lines(1);
        room.recordings.record(room.conversations.stored(id));
        rename(1);

        end();

        assertThat(typesIn(Recordings.COLLECTION)).containsExactly(LATER);
    }

    @Test
    void areNotLostFromARecordingThatAnotherNodeHasMade() {
        lines(1);
        rename(1);
        var over = room.conversations.stored(id);
        room.recordings.record(over);
        room.live.remove(over);

        room.recordings.record(over);

        assertThat(typesIn(Recordings.COLLECTION)).containsExactly(LATER);
    }

    @Test
    void stayInTheConversationThatIsTooLong() {
        lines(2 * Recordings.PART_SIZE);
        rename(1);

        shorten();

        assertThat(typesIn(LiveConversations.COLLECTION))
                .hasSize(2 * Recordings.PART_SIZE)
                .startsWith(LATER);
        assertThat(room.conversations.stored(id).moved()).isZero();
    }

    @Test
    void doNotKeepOlderMessagesInIt() {
        lines(2 * Recordings.PART_SIZE);
        rename(Recordings.PART_SIZE);

        shorten();

        assertThat(room.conversations.stored(id).moved()).isEqualTo(Recordings.PART_SIZE);
        assertThat(typesIn(LiveConversations.COLLECTION)).startsWith(LATER).hasSize(Recordings.PART_SIZE + 1);
    }

    /** Behind the first message, that the customer wrote. */
    private void lines(int number) {
        var lines = IntStream.rangeClosed(1, number)
                .mapToObj(line -> StoredMessage.line(
                        new MessageId("line-" + line),
                        "line-" + line,
                        new Happening(Happening.Type.OPTED_IN, Map.of()),
                        room.clock.instant()))
                .toArray();
        room.live.change(
                where("conversationId").is(id), new Update().push("messages").each(lines));
    }

    /** As a later version would have written it. */
    private void rename(int index) {
        var live = room.database.template().getCollection(LiveConversations.COLLECTION);
        var type = "messages." + index + ".extras.happening.type";
        live.updateOne(new Document("conversationId", id.value()), new Document("$set", new Document(type, LATER)));
    }

    private void end() {
        room.resolutions.resolve(ALICE, id, null);
        room.closing.close(
                id, Objects.requireNonNull(room.conversations.stored(id).resolution()));
    }

    private void shorten() {
        new Shortening(room.live, room.recordings, room.processed).shorten(room.conversations.stored(id));
    }

    /** Of the lines as they are stored. */
    private List<String> typesIn(String collection) {
        var document = Objects.requireNonNull(room.database
                .template()
                .getCollection(collection)
                .find(new Document("conversationId", id.value()))
                .first());
        return document.getList("messages", Document.class).stream()
                .map(message -> message.get("extras", Document.class))
                .filter(extras -> extras.containsKey("happening"))
                .map(extras -> extras.getEmbedded(List.of("happening", "type"), String.class))
                .toList();
    }
}
