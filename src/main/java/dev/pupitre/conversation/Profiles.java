package dev.pupitre.conversation;

import dev.pupitre.conversation.FileDownload.Refused;
import dev.pupitre.graph.GraphApi;
import dev.pupitre.graph.Profile;
import dev.pupitre.kernel.PageId;
import dev.pupitre.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Learns how a customer is called and looks, and again when that was long ago; a conversation never waits for it. */
@Component
class Profiles {
    private static final Logger LOG = LoggerFactory.getLogger(Profiles.class);
    private static final int AT_ONCE = 4;
    private static final long LARGEST_PICTURE = 2 << 20;

    private final Lanes lanes = new Lanes("profiles", AT_ONCE);
    private final GraphApi graph;
    private final Pages pages;
    private final LiveConversations live;
    private final Recordings recordings;
    private final FileDownload download;
    private final Files files;
    private final Announcements announcements;
    private final ConversationProperties properties;
    private final Clock clock;

    Profiles(
            GraphApi graph,
            Pages pages,
            LiveConversations live,
            Recordings recordings,
            FileDownload download,
            Files files,
            Announcements announcements,
            ConversationProperties properties,
            Clock clock) {
        this.graph = graph;
        this.pages = pages;
        this.live = live;
        this.recordings = recordings;
        this.download = download;
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
        var known = new CustomerProfile(
                picture(before == null ? null : before.picture(), told.picture()), told.locale(), clock.instant());
        var customer = new Party(conversation.customer().id(), told.name());
        recordings.introduce(conversation.thread(), customer, known);
        live.introduce(conversation.conversationId(), told.name(), known).ifPresent(announcements::conversation);
    }

    /** The same picture keeps its id; another one gets a new one, as earlier conversations show the old. */
    private @Nullable String picture(@Nullable String before, @Nullable String address) {
        if (address == null) {
            return before;
        }
        try {
            Path temporary = java.nio.file.Files.createTempFile("pupitre-", ".picture");
            try {
                var read = download.read(address, temporary);
                return isSame(before, temporary)
                        ? before
                        : keep(temporary, read).orElse(before);
            } finally {
                java.nio.file.Files.deleteIfExists(temporary);
            }
        } catch (Refused | IOException untold) {
            LOG.debug("The customer is shown without a new picture", untold);
            return before;
        }
    }

    private boolean isSame(@Nullable String before, Path picture) throws IOException {
        var known = before == null ? Optional.<OpenFile>empty() : files.open(before);
        if (known.isEmpty() || known.get().size() != java.nio.file.Files.size(picture)) {
            return false;
        }
        try (var in = known.get().stream()) {
            return Arrays.equals(in.readAllBytes(), java.nio.file.Files.readAllBytes(picture));
        }
    }

    private Optional<String> keep(Path picture, FileDownload.Downloaded read) throws IOException {
        var type = String.valueOf(read.contentType());
        if (!type.startsWith("image/") || java.nio.file.Files.size(picture) > LARGEST_PICTURE) {
            return Optional.empty();
        }
        try (var in = java.nio.file.Files.newInputStream(picture)) {
            return Optional.of(files.store("picture", type, in, LARGEST_PICTURE).id());
        }
    }
}
