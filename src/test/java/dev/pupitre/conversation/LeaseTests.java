package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.ALICE;
import static dev.pupitre.conversation.ConversationRoom.thread;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;

import dev.pupitre.graph.GraphFailure.Kind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One node works on a thread at a time, however long that takes. */
class LeaseTests {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final ConversationRoom room = new ConversationRoom();
    private final ConversationRoom other = new ConversationRoom(room.database);
    private final Sent sent = new Sent(room);
    private final CountDownLatch uploading = new CountDownLatch(1);
    private final CountDownLatch uploaded = new CountDownLatch(1);

    @AfterEach
    void close() {
        uploaded.countDown();
        other.meta.close();
        room.close();
    }

    @Test
    void keepsAThreadWhileAFileTakesLongerThanALease() {
        willAnswer(call -> slowly()).given(room.graphFiles).upload(any(), any());

        sendAFile();
        passTimeWhileUploading();

        await().until(() -> sent.messages().size() == 1);
        then(other.graphFiles).should(never()).upload(any(), any());
        then(other.graph).should(never()).send(any(), any());
    }

    @Test
    void keepsAThreadWhileAFileThatMetaHasForgottenIsBroughtAgain() {
        willAnswer(call -> "meta-1")
                .willAnswer(call -> slowly())
                .given(room.graphFiles)
                .upload(any(), any());
        willThrow(Sent.failure(Kind.ATTACHMENT_GONE))
                .willAnswer(sent.taken())
                .given(room.graph)
                .send(any(), any());

        sendAFile();
        passTimeWhileUploading();

        await().until(() -> sent.messages().size() == 1);
        assertThat(sent.messages()).extracting(Sent::attachment).containsExactly("meta-2");
        then(other.graph).should(never()).send(any(), any());
    }

    private String slowly() throws InterruptedException {
        uploading.countDown();
        uploaded.await();
        return "meta-2";
    }

    private void sendAFile() {
        var id = room.givenToAlice("42");
        var file = room.files.store("a.png", "image/png", new ByteArrayInputStream(new byte[] {1, 2, 3}), 100);
        var upload = room.uploads.add(file, Attachment.Type.IMAGE, "alice").id();
        room.replies.reply(ALICE, id, new Reply(null, null, false, List.of(upload), null, null, null, null));
        await().until(() -> uploading.getCount() == 0);
    }

    /** Twice as long as a lease; the other node looks for work all the while. */
    private void passTimeWhileUploading() {
        for (int step = 0; step < 4; step++) {
            room.clock.advance(LEASE.dividedBy(2));
            other.clock.advance(LEASE.dividedBy(2));
            await().until(() -> leasedUntil().equals(room.clock.instant().plus(LEASE)));
            assertThat(other.lanes.leftBehind()).isEmpty();
            assertThat(other.lanes.lease(thread("42"))).isEmpty();
        }
        uploaded.countDown();
    }

    private Instant leasedUntil() {
        var lane = room.database.template().findById(thread("42"), OutboxLane.class, OutboxLanes.COLLECTION);
        return Objects.requireNonNull(Objects.requireNonNull(lane).leasedUntil());
    }
}
