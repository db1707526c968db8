package dev.pupitre.sandbox;

import static dev.pupitre.sandbox.SandboxClient.ADA;
import static dev.pupitre.sandbox.SandboxClient.PAGE;
import static dev.pupitre.sandbox.SandboxClient.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts, comments, replies and private replies, from both sides. */
@SandboxTest
class PostsTests {
    private final SandboxClient sandbox;
    private String post = "";

    PostsTests(@LocalServerPort int port) {
        sandbox = new SandboxClient(port);
    }

    @BeforeEach
    void startAnew() {
        sandbox.startAnew();
        post = sandbox.get("api/pages/%s/posts".formatted(PAGE)).text("/0/id");
    }

    @Test
    void tellsACommentInMetasShape() {
        var comment = comment(Map.of("message", "Is it open?", "photo", true));

        var value = changes(1).getFirst();
        assertThat(value.path("item").asString()).isEqualTo("comment");
        assertThat(value.path("verb").asString()).isEqualTo("add");
        assertThat(value.at("/from/id").asString()).isEqualTo(ADA);
        assertThat(value.path("message").asString()).isEqualTo("Is it open?");
        assertThat(value.path("post_id").asString()).isEqualTo(post).startsWith(PAGE + "_");
        assertThat(value.path("parent_id").asString()).isEqualTo(post);
        assertThat(value.path("comment_id").asString()).isEqualTo(comment);
        assertThat(value.path("created_time").asLong()).isCloseTo(Instant.now().getEpochSecond(), within(60L));
        assertThat(sandbox.fetch(value.path("photo").asString()).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsRepliesEditsHidingAndRemoval() {
        var comment = comment(Map.of("message", "First"));
        var reply = comment(Map.of("message", "Second", "parent", comment));
        sandbox.put("api/comments/" + reply, Map.of("message", "Second, better"));
        sandbox.put("api/comments/%s/hidden".formatted(comment), Map.of("hidden", true));
        sandbox.delete("api/comments/" + comment);

        var told = changes(5);
        assertThat(told.stream().map(value -> value.path("verb").asString()))
                .containsExactly("add", "add", "edited", "hide", "remove");
        assertThat(told.get(1).path("parent_id").asString()).isEqualTo(comment);
        assertThat(told.get(4).has("message")).isFalse();
        assertThat(sandbox.get("api/posts/%s/comments".formatted(post)).body().valueStream())
                .hasSize(2)
                .allSatisfy(
                        left -> assertThat(left.path("removed").booleanValue()).isTrue());
    }

    @Test
    void takesWhatThePageDoesWithComments() {
        var comment = comment(Map.of("message", "Lovely"));

        var answer = sandbox.graph("POST", comment + "/comments", Map.of("message", "Thank you"));
        sandbox.graph("POST", comment + "/likes", Map.of());
        sandbox.graph("POST", comment, Map.of("is_hidden", true));

        var comments = sandbox.get("api/posts/%s/comments".formatted(post)).body();
        assertThat(comments.at("/0/liked").booleanValue()).isTrue();
        assertThat(comments.at("/0/hidden").booleanValue()).isTrue();
        assertThat(comments.at("/1/id").asString()).isEqualTo(answer.text("/id"));
        assertThat(comments.at("/1/fromPage").booleanValue()).isTrue();
        var own = changes(2).get(1);
        assertThat(own.at("/from/id").asString()).isEqualTo(PAGE);
        assertThat(sandbox.graph(comment + "?fields=is_hidden,user_likes,can_reply_privately")
                        .text("/is_hidden"))
                .isEqualTo("true");

        assertThat(sandbox.graph("DELETE", comment, Map.of()).text("/success")).isEqualTo("true");
        assertThat(sandbox.graph(comment).subcode()).isEqualTo(33);
    }

    @Test
    void takesOnePrivateReplyToACommentAndNoneAfterAWeek() {
        var comment = comment(Map.of("message", "How much?"));
        var late = comment(Map.of(
                "message",
                "Long ago",
                "timestamp",
                Instant.now().minus(Duration.ofDays(8)).toString()));
        sandbox.call("PUT", "api/customers/%s/window".formatted(ADA), "{\"hoursAgo\":null}");

        assertThat(reply(comment).status()).isEqualTo(200);
        assertThat(reply(comment).code()).isEqualTo(10900);
        assertThat(reply(late).code()).isEqualTo(10903);
        assertThat(reply("1_2").subcode()).isEqualTo(2018292);
        assertThat(sandbox.send(ADA, "and more").subcode()).isEqualTo(2018278);
        assertThat(sandbox.messages(ADA).getFirst().path("comment").asString()).isEqualTo(comment);
        assertThat(sandbox.get("api/posts/%s/comments".formatted(post))
                        .body()
                        .valueStream()
                        .filter(found -> found.path("answeredPrivately").booleanValue()))
                .hasSize(1);
    }

    @Test
    void answersAVisitorsPostOnceAndThePagesOwnNever() {
        var visit = Map.of("customer", ADA, "message", "Where are you?");
        var visited = sandbox.post("api/pages/%s/visitor-posts".formatted(PAGE), visit)
                .text("/id");

        var value = changes(1).getFirst();
        assertThat(value.path("item").asString()).isEqualTo("post");
        assertThat(value.at("/from/id").asString()).isEqualTo(ADA);
        assertThat(value.path("post_id").asString()).isEqualTo(visited);
        assertThat(sandbox.graph(visited + "?fields=from").text("/from/id")).isEqualTo(ADA);
        sandbox.call("PUT", "api/customers/%s/window".formatted(ADA), "{\"hoursAgo\":null}");
        assertThat(replyToPost(visited).status()).isEqualTo(200);
        assertThat(replyToPost(visited).code()).isEqualTo(10900);
        assertThat(replyToPost(post).code()).isEqualTo(100);
        assertThat(sandbox.send(ADA, "and more").subcode()).isEqualTo(2018278);
        assertThat(sandbox.messages(ADA).getFirst().path("comment").asString()).isEqualTo(visited);
    }

    @Test
    void takesSoManyPrivateRepliesAnHourAndNotMore() {
        sandbox.put("api/limits", Map.of("privateRepliesPerHour", 2));

        assertThat(reply(comment(Map.of("message", "1"))).status()).isEqualTo(200);
        assertThat(reply(comment(Map.of("message", "2"))).status()).isEqualTo(200);
        assertThat(reply(comment(Map.of("message", "3"))).code()).isEqualTo(613);

        assertThat(sandbox.send(ADA, "to the thread").status()).isEqualTo(200);
        sandbox.put("api/limits", Map.of("privateRepliesPerHour", 0));
        assertThat(reply(comment(Map.of("message", "4"))).status()).isEqualTo(200);
    }

    @Test
    void listsCommentsPageByPage() {
        var first = comment(Map.of("message", "1"));
        comment(Map.of("message", "2"));
        var third = comment(Map.of("message", "3"));

        var begin = sandbox.graph(post + "/comments?limit=2");
        var end = sandbox.graph(post + "/comments?limit=2&after=" + begin.text("/paging/cursors/after"));

        assertThat(begin.text("/data/0/id")).isEqualTo(first);
        assertThat(begin.text("/paging/next")).contains("after=");
        assertThat(end.text("/data/0/id")).isEqualTo(third);
        assertThat(end.body().at("/paging/next").isMissingNode()).isTrue();
    }

    @Test
    void tellsPostsMentionsAndRatings() {
        sandbox.post("api/pages/%s/posts".formatted(PAGE), Map.of("message", "News"));
        sandbox.post("api/pages/%s/mentions".formatted(PAGE), Map.of("customer", ADA, "message", "See this"));
        sandbox.post(
                "api/pages/%s/ratings".formatted(PAGE),
                Map.of("customer", ADA, "recommendation", "positive", "text", "Great"));

        var told = changes(3);
        assertThat(told.get(0).path("item").asString()).isEqualTo("status");
        assertThat(told.get(1).has("from")).isFalse();
        assertThat(told.get(2).path("recommendation_type").asString()).isEqualTo("POSITIVE");
        assertThat(told.get(2).path("reviewer_id").asString()).isEqualTo(ADA);
    }

    private String comment(Map<String, Object> content) {
        var body = new HashMap<>(content);
        body.put("customer", ADA);
        var written = sandbox.post("api/posts/%s/comments".formatted(post), body);
        assertThat(written.status()).isEqualTo(202);
        return written.text("/id");
    }

    private SandboxClient.Answer reply(String comment) {
        return sandbox.graph(
                "POST",
                "me/messages",
                Map.of("recipient", Map.of("comment_id", comment), "message", Map.of("text", "In private")));
    }

    private SandboxClient.Answer replyToPost(String visited) {
        return sandbox.graph(
                "POST",
                "me/messages",
                Map.of("recipient", Map.of("post_id", visited), "message", Map.of("text", "In private")));
    }

    private static List<JsonNode> changes(int count) {
        return await().until(
                        () -> RECEIVER.accepted().stream()
                                .flatMap(body -> new JsonMapper()
                                        .readTree(body)
                                        .path("entry")
                                        .valueStream())
                                .flatMap(entry -> entry.path("changes").valueStream())
                                .map(change -> change.path("value"))
                                .toList(),
                        found -> found.size() >= count);
    }
}
