package dev.pupitre.conversation;

import dev.pupitre.graph.GraphComments;
import dev.pupitre.graph.PagePost;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Pages;
import org.springframework.stereotype.Component;

/** Learns what stands in the post that was commented on, which the webhook does not tell; a conversation never waits for it. */
@Component
class Posts {
    private static final int AT_ONCE = 2;

    private final Lanes lanes = new Lanes("posts", AT_ONCE);
    private final GraphComments graph;
    private final Pages pages;
    private final Pictures pictures;
    private final LiveConversations live;
    private final Announcements announcements;

    Posts(GraphComments graph, Pages pages, Pictures pictures, LiveConversations live, Announcements announcements) {
        this.graph = graph;
        this.pages = pages;
        this.pictures = pictures;
        this.live = live;
        this.announcements = announcements;
    }

    void learn(StoredConversation conversation) {
        var post = conversation.origin().post();
        if (post != null && post.text() == null) {
            lanes.submit(conversation.thread(), () -> ask(conversation, post));
        }
    }

    private void ask(StoredConversation conversation, Post post) {
        pages.find(new PageId(conversation.page().id()))
                .flatMap(page -> graph.post(page.access(), post.id()))
                .flatMap(told -> live.describe(conversation.conversationId(), completed(post, told)))
                .ifPresent(announcements::conversation);
    }

    private Post completed(Post post, PagePost told) {
        var picture = told.picture() == null
                ? null
                : pictures.copy("post:" + post.id(), told.picture())
                        .map(id -> "/api/v1/attachments/" + id)
                        .orElse(null);
        return new Post(post.id(), told.text(), told.link() == null ? post.link() : told.link(), picture);
    }
}
