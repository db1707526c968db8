package dev.pupitre.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Mentions and recommendations of a Page, and what becomes of them. */
class InboundWallIT extends WebhookStory {
    private static final String PAGES = "/sandbox/api/pages/" + PAGE;

    @Test
    void aMentionIsAConversationOfItsOwnThatOpensNoWindow() {
        var said = "Merci @Pupitre " + run;
        assertThat(sandbox.post(PAGES + "/mentions", Map.of("customer", customer.id, "message", said))
                        .status())
                .isEqualTo(204);

        var id = isGiven(conversation -> saying(conversation, said));

        var conversation = alice.conversation(id);
        assertThat(conversation.get("channel").asString()).isEqualTo("COMMENT");
        assertThat(conversation.get("windowClosesAt").isNull()).isTrue();
        assertThat(conversation.at("/post/id").asString()).startsWith(customer.id + "_");
        assertThat(alice.messages(id))
                .singleElement()
                .satisfies(mention -> assertThat(mention.get("via").asString()).isEqualTo("PUBLIC"));
    }

    @Test
    void recommendationsShowWhetherTheyAreOneAndFollowTheirAuthor() {
        Stream.of("positive", "negative").forEach(kind -> {
            var text = "Un avis " + kind + " " + run;
            var rating = Map.of("customer", customer.id, "recommendation", kind, "text", text);
            assertThat(sandbox.post(PAGES + "/ratings", rating).status()).isEqualTo(204);

            var id = isGiven(conversation -> saying(conversation, text));
            var message = alice.messages(id).getFirst();
            assertThat(message.at("/author/id").asString()).isEqualTo(customer.id);
            assertThat(message.at("/reactions/0/name").asString())
                    .isEqualTo(kind.equals("positive") ? "like" : "dislike");

            var story = message.get("mid").asString();
            changed(story, "edited", "Après réflexion " + run);
            await().until(() -> alice.texts(id).equals(List.of("Après réflexion " + run)));
            changed(story, "remove", "");
            await().until(() -> !alice.messages(id).getFirst().get("removedAt").isNull());
        });
    }

    private void changed(String story, String verb, String text) {
        var value = Map.of(
                "item",
                "rating",
                "verb",
                verb,
                "open_graph_story_id",
                story,
                "reviewer_id",
                customer.id,
                "review_text",
                text);
        tell("changes", Map.of("field", "ratings", "value", value));
    }

    private static boolean saying(JsonNode conversation, String text) {
        return conversation.at("/lastMessage/text").asString("").equals(text);
    }
}
