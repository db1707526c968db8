package dev.pupitre.conversation;

import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.PageEvent;
import dev.pupitre.page.Pages;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Learns how a customer is called and looks, and again when that was long ago; a conversation never waits for it. */
@Component
class Profiles {
    private static final int AT_ONCE = 4;

    private final Lanes lanes = new Lanes("profiles", AT_ONCE);
    private final GraphApi graph;
    private final Pages pages;
    private final LiveConversations live;
    private final Recordings recordings;
    private final Pictures pictures;
    private final Files files;
    private final Announcements announcements;
    private final ConversationProperties properties;
    private final Clock clock;

    Profiles(
            GraphApi graph,
            Pages pages,
            LiveConversations live,
            Recordings recordings,
            Pictures pictures,
            Files files,
            Announcements announcements,
            ConversationProperties properties,
            Clock clock) {
        this.graph = graph;
        this.pages = pages;
        this.live = live;
        this.recordings = recordings;
        this.pictures = pictures;
        this.files = files;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    /** Who comments is named with the comment, and is no one Meta tells more of. */
    void learn(StoredConversation conversation) {
        if (conversation.origin().channel() == Channel.MESSENGER && isDue(conversation)) {
            lanes.submit(conversation.thread(), () -> ask(conversation));
        }
    }

    /** While its access was dead, nobody told who wrote. */
    @EventListener
    void on(PageEvent.Mended mended) {
        live.strangersOf(mended.page()).forEach(this::learn);
    }

    private boolean isDue(StoredConversation conversation) {
        var profile = conversation.profile();
        return profile == null || profile.learntAt().isBefore(clock.instant().minus(properties.profilesLast()));
    }

    private void ask(StoredConversation conversation) {
        pages.find(new PageId(conversation.page().id()))
                .flatMap(page ->
                        graph.profile(page.access(), conversation.customer().id()))
                .ifPresent(told -> introduce(conversation, told));
    }

    private void introduce(StoredConversation conversation, Profile told) {
        var before = conversation.profile();
        var old = before == null ? null : before.picture();
        var picture = told.picture() == null
                ? old
                : pictures.copy(conversation.thread(), told.picture()).orElse(old);
        var known = new CustomerProfile(picture, told.locale(), clock.instant());
        var changed = live.introduce(conversation.conversationId(), told.name(), known);
        if (changed.isPresent()) {
            // The thread learns it from the conversation, when that is over.
            announcements.conversation(changed.get());
        } else if (isRecorded(conversation)) {
            recordings.introduce(
                    conversation.thread(), new Party(conversation.customer().id(), told.name()), known);
        } else if (picture != null) {
            files.delete(picture);
        }
    }

    /** Of an erased conversation's customer nothing is to be known again. */
    private boolean isRecorded(StoredConversation conversation) {
        return recordings
                .find(conversation.conversationId())
                .filter(recorded ->
                        recorded.customer().id().equals(conversation.customer().id()))
                .isPresent();
    }
}
