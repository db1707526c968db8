package dev.pupitre.conversation;

import static dev.pupitre.conversation.ConversationRoom.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;

import dev.pupitre.conversation.InboundEvent.CommentEdited;
import dev.pupitre.conversation.InboundEvent.CommentHidden;
import dev.pupitre.conversation.InboundEvent.CommentRemoved;
import dev.pupitre.conversation.InboundEvent.CommentWritten;
import dev.pupitre.conversation.InboundEvent.PageMentioned;
import dev.pupitre.conversation.InboundEvent.PageRated;
import dev.pupitre.engine.EngineMessage;
import dev.pupitre.graph.GraphFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Comments, mentions and recommendations. */
class WallTests {
    private static final Party CAMILLE = new Party("8001", "Camille Martin");
    private static final Party ALEX = new Party("8002", "Alex");
    private static final Party OURS = new Party(PAGE.value(), "Café");
    private static final Post POST = new Post("100_1", "Nouveau café", "https://www.facebook.com/1", null);

    private final ConversationRoom room = new ConversationRoom();
    private final Instant now = room.clock.instant();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void putsAllRepliesUnderATopCommentInOneConversationWithTheirAuthors() {
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"));
        openWith("c1", 1);
        room.told(comment("c1", "c2", "c1", ALEX, "Moi aussi"));
        openWith("c1", 2);
        room.told(comment("c2", "c3", "c2", CAMILLE, "Merci Alex"));

        var conversation = openWith("c1", 3);
        assertThat(conversation.views())
                .extracting(message -> message.author().name())
                .containsExactly("Camille Martin", "Alex", "Camille Martin");
        assertThat(conversation.view())
                .returns(Channel.COMMENT, Conversation::channel)
                .returns(POST, Conversation::post)
                .returns(null, Conversation::windowClosesAt);
        assertThat(room.live.find(thread("c2"))).isEmpty();
        assertThat(kindOfStart()).isEqualTo("comment");
    }

    @Test
    void opensNoConversationForThePagesOwnWordsAndShowsThemInAnOpenOne() {
        room.told(comment("c9", "c9", null, OURS, "Venez nombreux"));
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"));
        openWith("c1", 1);
        room.told(comment("c1", "c2", "c1", OURS, "3 €"));

        var conversation = openWith("c1", 3);
        assertThat(conversation.views().get(1)).satisfies(message -> {
            assertThat(message.author().kind()).isEqualTo(Author.Kind.META_INBOX);
            assertThat(message.via()).isEqualTo(Via.PUBLIC);
        });
        assertThat(room.live.find(thread("c9"))).isEmpty();
    }

    @Test
    void tellsWhatBecomesOfComments() {
        room.told(comment("c1", "c1", null, CAMILLE, "Prix"));
        openWith("c1", 1);
        room.told(new CommentEdited(PAGE, "c1", now.plusSeconds(1), "c1", "Prix ?"));
        room.told(new CommentHidden(PAGE, "c1", now.plusSeconds(2), "c1", true));
        await().until(() -> {
            var message = openWith("c1", 1).views().getFirst();
            var comment = message.comment();
            return message.text().equals("Prix ?") && comment != null && comment.hidden();
        });
        room.told(new CommentRemoved(PAGE, "c1", now.plusSeconds(3), "c1"));

        await().until(() -> openWith("c1", 1).views().getFirst().removedAt() != null);
        assertThat(openWith("c1", 1).views().getFirst().text()).isEmpty();
    }

    @Test
    void keepsTheLaterOfTwoChangesThatComeInTheWrongOrder() {
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"));
        openWith("c1", 1);
        room.told(new CommentHidden(PAGE, "c1", now.plusSeconds(3), "c1", false));
        room.told(new CommentHidden(PAGE, "c1", now.plusSeconds(2), "c1", true));
        room.told(new CommentEdited(PAGE, "c1", now.plusSeconds(4), "c1", "Quel prix ?"));

        await().until(() -> openWith("c1", 1).views().getFirst().text().equals("Quel prix ?"));
        assertThat(openWith("c1", 1).views().getFirst().comment()).returns(false, CommentState::hidden);
    }

    @Test
    void findsAReplyThatIsRemovedWithoutItsParentBeingNamed() {
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"));
        openWith("c1", 1);
        room.told(comment("c1", "c2", "c1", ALEX, "Moi aussi"));
        openWith("c1", 2);

        room.told(new CommentRemoved(PAGE, "c2", now.plusSeconds(3), "c2"));

        await().until(() -> openWith("c1", 2).views().getLast().removedAt() != null);
    }

    @Test
    void putsAReplyThatComesBeforeItsParentUnderTheTopCommentThatFacebookNames() {
        given(room.graphComments.parent(any(), eq("c2"))).willReturn(Optional.of("c1"));

        room.told(comment("c2", "c3", "c2", CAMILLE, "Merci Alex"));
        openWith("c1", 1);
        room.told(comment("c1", "c2", "c1", ALEX, "Moi aussi"));
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"));

        assertThat(openWith("c1", 3).messages())
                .extracting(StoredMessage::mid)
                .containsExactlyInAnyOrder("c1", "c2", "c3");
        assertThat(room.live.find(thread("c2"))).isEmpty();
    }

    @Test
    void waitsForTheParentOfAReplyWhileFacebookDoesNotTell() {
        willThrow(Sent.failure(Kind.TRANSIENT)).given(room.graphComments).parent(any(), eq("c2"));
        room.told(comment("c2", "c3", "c2", CAMILLE, "Merci Alex"));

        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"), comment("c1", "c2", "c1", ALEX, "Moi aussi"));
        openWith("c1", 2);
        room.clock.advance(Duration.ofSeconds(6));

        await().until(() -> {
            room.sweeper.start();
            return openWith("c1", 2).messages().stream().anyMatch(message -> "c3".equals(message.mid()));
        });
        assertThat(room.live.find(thread("c2"))).isEmpty();
    }

    @Test
    void keepsOneConversationWhereTheParentWasNotToldInTime() {
        willThrow(Sent.failure(Kind.TRANSIENT)).given(room.graphComments).parent(any(), any());
        room.told(comment("c2", "c3", "c2", CAMILLE, "Merci Alex"));
        await().until(() -> {
            room.clock.advance(Duration.ofSeconds(30));
            room.sweeper.start();
            return room.live.find(thread("c2")).isPresent();
        });

        room.told(comment("c1", "c2", "c1", ALEX, "Moi aussi"));
        openWith("c2", 2);
        room.told(comment("c1", "c1", null, CAMILLE, "Prix ?"), comment("c1", "c4", "c1", ALEX, "Alors ?"));

        openWith("c2", 4);
        assertThat(room.live.find(thread("c1"))).isEmpty();
    }

    @Test
    void takesForATopCommentWhatFacebookKnowsNothingOf() {
        willThrow(Sent.failure(Kind.REJECTED)).given(room.graphComments).parent(any(), any());

        room.told(comment("900", "c5", "900", CAMILLE, "Et le dimanche ?"));

        openWith("900", 1);
    }

    @Test
    void opensConversationsForMentionsAndRecommendations() {
        room.told(new PageMentioned(PAGE, "p7", now, null, "Allez au @Café", null));
        openWith("p7", 1);
        await().until(() -> !room.published.isEmpty());
        assertThat(kindOfStart()).isEqualTo("mention");
        room.told(new PageRated(PAGE, "900", now, CAMILLE, false, "Froid", null));

        assertThat(openWith("900", 1).views().getFirst().reactions())
                .extracting(Reaction::name)
                .containsExactly("dislike");
    }

    private String kindOfStart() {
        await().until(() -> !room.published.isEmpty());
        return ((StartFacts.Facts) room.published.stream()
                        .map(EngineMessage::variables)
                        .findFirst()
                        .orElseThrow())
                .kind();
    }

    private CommentWritten comment(String top, String id, @Nullable String parent, Party author, String text) {
        return new CommentWritten(PAGE, top, now, id, parent, author, text, ReceivedContent.NONE, POST);
    }

    private StoredConversation openWith(String top, int messages) {
        await().until(() -> room.live
                .find(thread(top))
                .filter(found -> found.view().messageCount() >= messages)
                .isPresent());
        return room.live.find(thread(top)).orElseThrow();
    }

    private static String thread(String top) {
        return "c:" + PAGE + ":" + top;
    }
}
