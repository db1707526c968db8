package dev.pupitre.conversation;

import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.ConversationId;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.PageEvent;
import dev.pupitre.page.Pages;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Learns how a customer is called and looks, and again when that was long ago. A conversation never waits for it; what is
 * said to a new customer does so for a moment, to be said in their language and by their name.
 */
@Component
class Profiles {
    private static final int AT_ONCE = 4;

    /** So many wait at most: in a rush all others are spoken to as strangers, and nothing is held up. */
    private static final int WAITING_AT_ONCE = 8;

    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** A picture that is there so soon is written with the name, at once. */
    private static final Duration PICTURE_SOON = Duration.ofMillis(300);

    final Map<ConversationId, CompletableFuture<Optional<StoredConversation>>> underWay = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(WAITING_AT_ONCE);
    private final Lanes lanes = new Lanes("profiles", AT_ONCE);
    private final GraphApi graph;
    private final Pages pages;
    private final LiveConversations live;
    private final Recordings recordings;
    private final KnownThreads knownThreads;
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
            KnownThreads knownThreads,
            Pictures pictures,
            Files files,
            Announcements announcements,
            ConversationProperties properties,
            Clock clock) {
        this.graph = graph;
        this.pages = pages;
        this.live = live;
        this.recordings = recordings;
        this.knownThreads = knownThreads;
        this.pictures = pictures;
        this.files = files;
        this.announcements = announcements;
        this.properties = properties;
        this.clock = clock;
    }

    /** Who comments is named with the comment, and is no one Meta tells more of. */
    void learn(StoredConversation conversation) {
        if (conversation.origin().channel() == Channel.MESSENGER && isDue(conversation)) {
            var known = new CompletableFuture<Optional<StoredConversation>>();
            underWay.put(conversation.conversationId(), known);
            lanes.submit(conversation.thread(), () -> {
                try {
                    ask(conversation, known);
                } finally {
                    known.complete(Optional.empty());
                    underWay.remove(conversation.conversationId(), known);
                }
            });
        }
    }

    /** The conversation with who writes, where Meta is being asked that and tells it within a moment; else as it is. */
    StoredConversation introduced(StoredConversation conversation) {
        var known = underWay.get(conversation.conversationId());
        if (conversation.profile() != null || known == null || !waiting.tryAcquire()) {
            return conversation;
        }
        try {
            return known.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS).orElse(conversation);
        } catch (TimeoutException | ExecutionException notTold) {
            return conversation;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return conversation;
        } finally {
            waiting.release();
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

    private void ask(StoredConversation conversation, CompletableFuture<Optional<StoredConversation>> known) {
        pages.find(new PageId(conversation.page().id()))
                .flatMap(page ->
                        graph.profile(page.access(), conversation.customer().id()))
                .ifPresent(told -> introduce(conversation, told, known));
    }

    /** The name comes first where the picture takes its time; both are written at once where it does not. */
    private void introduce(
            StoredConversation conversation, Profile told, CompletableFuture<Optional<StoredConversation>> known) {
        var before = conversation.profile();
        var old = before == null ? null : before.picture();
        var copy = copy(conversation, told);
        var soon = copy.copy().completeOnTimeout(Optional.empty(), PICTURE_SOON.toMillis(), TimeUnit.MILLISECONDS);
        var picture = soon.exceptionally(_ -> Optional.empty()).join().orElse(old);
        known.complete(write(conversation, told, picture));
        var late = copy.join().orElse(old);
        if (!Objects.equals(late, picture)) {
            write(conversation, told, late);
        }
    }

    private CompletableFuture<Optional<String>> copy(StoredConversation conversation, Profile told) {
        var address = told.picture();
        return address == null
                ? CompletableFuture.completedFuture(Optional.empty())
                : CompletableFuture.supplyAsync(
                        () -> pictures.copy(conversation.thread(), address),
                        work -> Thread.ofVirtual().start(work));
    }

    /** Returns the live conversation as it is then. */
    private Optional<StoredConversation> write(
            StoredConversation conversation, Profile told, @Nullable String picture) {
        var known = new CustomerProfile(picture, told.locale(), clock.instant());
        var id = conversation.conversationId();
        var changed = live.introduce(id, told.name(), known);
        if (changed.isPresent()) {
            // The thread learns it from the conversation, when that is over.
            announcements.conversation(changed.get());
            return changed;
        }
        var customer = new Party(conversation.customer().id(), told.name());
        var recorded = recordings.introduce(id, customer, known);
        if (recorded.isPresent()) {
            knownThreads.introduce(conversation.thread(), customer, known);
            announcements.conversation(recorded.get());
        } else if (picture != null) {
            files.delete(picture);
        }
        return changed;
    }
}
