package dev.pupitre.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.graph.PagePost;
import dev.pupitre.kernel.PageId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostsTests {
    private static final PageId PAGE = ConversationRoom.PAGE;

    private final ConversationRoom room = new ConversationRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void learnsWhatStandsInThePost() {
        given(room.graphComments.post(any(), eq("p1")))
                .willReturn(Optional.of(new PagePost("Our new lamp", null, null)));

        room.told(comment("p1", null));

        await().untilAsserted(() -> assertThat(post()).isEqualTo(new Post("p1", "Our new lamp", "https://f/p1", null)));
    }

    @Test
    void leavesAPostThatTheWebhookToldOf() {
        room.told(comment("p1", "The webhook's own words"));

        await().untilAsserted(() -> assertThat(post()).isNotNull());
        verify(room.graphComments, never()).post(any(), any());
        assertThat(post()).isEqualTo(new Post("p1", "The webhook's own words", "https://f/p1", null));
    }

    @Test
    void showsTheLinkAloneWhereMetaDoesNotTell() {
        given(room.graphComments.post(any(), eq("p1"))).willReturn(Optional.empty());

        room.told(comment("p1", null));

        await().untilAsserted(() -> verify(room.graphComments).post(any(), eq("p1")));
        assertThat(post()).isEqualTo(new Post("p1", null, "https://f/p1", null));
    }

    private CommentWritten comment(String post, @Nullable String text) {
        return new CommentWritten(
                PAGE,
                "c1",
                room.clock.instant(),
                "c1",
                null,
                new Party("7", "Camille"),
                "How much?",
                ReceivedContent.NONE,
                new Post(post, text, "https://f/" + post, null));
    }

    private @Nullable Post post() {
        return room.live
                .find("c:" + PAGE + ":c1")
                .map(conversation -> conversation.origin().post())
                .orElse(null);
    }
}
