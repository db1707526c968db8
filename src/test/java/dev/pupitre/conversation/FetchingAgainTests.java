package dev.pupitre.conversation;

import static dev.pupitre.conversation.FileServer.PICTURE;
import static dev.pupitre.conversation.FileServer.file;
import static dev.pupitre.conversation.FileServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pupitre.conversation.Attachment.State;
import dev.pupitre.kernel.ConversationId;
import java.io.IOException;
import java.time.Duration;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.query.Query;

class FetchingAgainTests {
    private FetchingFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new FetchingFixture();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void triesAgainLaterAfterAFailure() {
        fixture.fetching.take(fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", status(503))));
        fixture.fetching.awaitIdle(Duration.ofMinutes(2));
        fixture.meta.at("/v/photo.png", file("image/png", PICTURE));
        fixture.fetching.goOn();
        fixture.fetching.awaitIdle(Duration.ofMinutes(2));
        assertThat(fixture.attachment()).returns(State.AWAITED, Attachment::state);
        assertThat(fixture.meta.asked()).hasSize(1);

        fixture.room.clock.advance(Duration.ofSeconds(6));
        fixture.fetching.goOn();

        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        var slow = fixture.meta.at("/v/photo.png", exchange -> {
            exchange.sendResponseHeaders(200, PICTURE.length);
            exchange.getResponseBody().write(PICTURE, 0, 4);
            exchange.getResponseBody().flush();
            await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
        });
        var impatient = fixture.node(Duration.ofSeconds(1));
        impatient.take(fixture.received(Attachment.Type.IMAGE, slow));

        for (var attempt = 1; attempt < 3; attempt++) {
            impatient.awaitIdle(Duration.ofMinutes(2));
            assertThat(fixture.attachment()).returns(State.AWAITED, Attachment::state);
            fixture.room.clock.advance(Duration.ofMinutes(1));
            impatient.goOn();
        }

        assertThat(fixture.settled()).returns(State.REFUSED, Attachment::state);
        fixture.assertNothingKept();
    }

    @Test
    void fetchesOnceHoweverOftenItIsTold() {
        var conversation =
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", file("image/png", PICTURE)));

        fixture.fetching.take(conversation);
        fixture.node().take(conversation);
        fixture.settled();
        fixture.fetching.take(conversation);
        fixture.fetching.awaitIdle(Duration.ofMinutes(2));
        await().until(() -> fixture.mongo.count(new Query(), "fetches") == 0);

        assertThat(fixture.meta.asked()).hasSize(1);
    }

    @Test
    void fetchesWhatACrashLeftBeforeItWasListed() {
        var conversation =
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", file("image/png", PICTURE)));

        fixture.room
                .sweeps
                .withDueBefore(fixture.room.clock.instant().plusSeconds(1), null)
                .forEach(fixture.node()::take);

        assertThat(conversation.due()).anyMatch(due -> due.kind() == Due.Kind.FETCH);
        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
    }

    @Test
    void takesOverFromANodeThatDied() {
        fixture.fetching.enlist(
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", file("image/png", PICTURE))));
        var dead = fixture.pending
                .lease(FetchingFixture.MESSAGE, Duration.ofMinutes(1))
                .orElseThrow();
        fixture.fetching.goOn();
        fixture.fetching.awaitIdle(Duration.ofMinutes(2));
        assertThat(fixture.meta.asked()).isEmpty();

        fixture.room.clock.advance(Duration.ofSeconds(61));
        fixture.fetching.goOn();

        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
        assertThat(fixture.pending.renew(dead, Duration.ofMinutes(1))).isFalse();
    }

    @Test
    void takesNothingAwayFromTheNodeThatTookOver() {
        fixture.pending.add(FetchingFixture.MESSAGE, new ConversationId("c"));
        var slow = fixture.pending
                .lease(FetchingFixture.MESSAGE, Duration.ofMinutes(1))
                .orElseThrow();
        fixture.room.clock.advance(Duration.ofMinutes(2));
        var next = fixture.pending
                .lease(FetchingFixture.MESSAGE, Duration.ofMinutes(1))
                .orElseThrow();

        fixture.pending.remove(slow);
        fixture.pending.postpone(slow, Duration.ZERO);

        assertThat(fixture.pending.renew(slow, Duration.ofMinutes(1))).isFalse();
        assertThat(fixture.pending.renew(next, Duration.ofMinutes(1))).isTrue();
        assertThat(fixture.pending.leftBehind()).isEmpty();
    }

    @Test
    void replacesWhatAnUploadLeftThatBrokeOff() throws IOException {
        fixture.mongo.insert(
                new Document("files_id", FetchingFixture.FILE)
                        .append("n", 0)
                        .append("data", new Binary(new byte[] {1, 2, 3})),
                "fs.chunks");
        fixture.fetching.take(
                fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", file("image/png", PICTURE))));

        await().until(() -> {
            fixture.fetching.awaitIdle(Duration.ofMinutes(2));
            fixture.room.clock.advance(Duration.ofSeconds(6));
            fixture.fetching.goOn();
            return fixture.attachment().state() == State.STORED;
        });
        try (var in = fixture.room.files.open(FetchingFixture.FILE).orElseThrow().stream()) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
    }

    @Test
    void findsTheMessageInAConversationThatIsOver() {
        var conversation = fixture.laterThan(id -> fixture.room.closing.complete(id, null));

        assertThat(fixture.room.live.find(conversation)).isEmpty();
        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
    }

    @Test
    void findsTheMessageInAPartThatWasMovedAway() {
        var conversation = fixture.laterThan(_ -> {
            for (var number = 2; number <= 120; number++) {
                fixture.room.customerWrites("42", "m" + number, "line " + number);
            }
            fixture.room.openWith("42", 121);
        });

        assertThat(fixture.room.live.find(conversation).orElseThrow().moved()).isPositive();
        assertThat(fixture.settled()).returns(State.STORED, Attachment::state);
    }

    @Test
    void keepsNoFileOfAMessageThatWasErasedMeanwhile() {
        fixture.fetching.take(fixture.received(Attachment.Type.IMAGE, fixture.meta.at("/v/photo.png", exchange -> {
            fixture.mongo.remove(new Query(), LiveConversations.COLLECTION);
            file("image/png", PICTURE).answer(exchange);
        })));

        await().until(() -> !fixture.meta.asked().isEmpty());
        fixture.fetching.awaitIdle(Duration.ofMinutes(2));
        fixture.assertNothingKept();
        assertThat(fixture.mongo.count(new Query(), "fetches")).isZero();
    }
}
