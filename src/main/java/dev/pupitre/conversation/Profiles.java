package dev.pupitre.conversation;

import dev.pupitre.graph.GraphApi;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Pages;
import org.springframework.stereotype.Component;

/** Learns how a new customer is called; a conversation never waits for it. */
@Component
class Profiles {
    private final Lanes lanes = new Lanes("profiles");
    private final GraphApi graph;
    private final Pages pages;
    private final LiveConversations live;
    private final Announcements announcements;

    Profiles(GraphApi graph, Pages pages, LiveConversations live, Announcements announcements) {
        this.graph = graph;
        this.pages = pages;
        this.live = live;
        this.announcements = announcements;
    }

    void learn(StoredConversation conversation) {
        lanes.submit(conversation.thread(), () -> ask(conversation));
    }

    private void ask(StoredConversation conversation) {
        pages.find(new PageId(conversation.page().id()))
                .flatMap(page ->
                        graph.profile(page.access(), conversation.customer().id()))
                .flatMap(profile -> live.rename(conversation.conversationId(), profile.name()))
                .ifPresent(announcements::conversation);
    }
}
